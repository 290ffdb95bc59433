/** The command line. Each command reads its arguments, calls what does the work, and says what came of it. */
@NullMarked
package md.portar.gateway.cli;

import org.jspecify.annotations.NullMarked;
