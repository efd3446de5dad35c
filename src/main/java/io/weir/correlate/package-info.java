@NullMarked
package io.weir.correlate;

import org.jspecify.annotations.NullMarked;
