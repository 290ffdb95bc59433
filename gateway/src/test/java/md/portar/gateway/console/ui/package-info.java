/** Tests of the console in a real browser; skipped with a hint where none is installed. */
@NullMarked
package md.portar.gateway.console.ui;

import org.jspecify.annotations.NullMarked;
