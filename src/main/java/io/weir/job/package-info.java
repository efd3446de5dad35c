@NullMarked
package io.weir.job;

import org.jspecify.annotations.NullMarked;
