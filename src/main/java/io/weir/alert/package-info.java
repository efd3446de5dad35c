@NullMarked
package io.weir.alert;

import org.jspecify.annotations.NullMarked;
