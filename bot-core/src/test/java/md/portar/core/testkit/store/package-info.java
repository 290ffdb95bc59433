/** What every store must do, as interfaces with tests; an implementation says only how to open one. */
@NullMarked
package md.portar.core.testkit.store;

import org.jspecify.annotations.NullMarked;
