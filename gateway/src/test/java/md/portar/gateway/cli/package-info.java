/** Tests of the command line, run the way a person runs it. */
@NullMarked
package md.portar.gateway.cli;

import org.jspecify.annotations.NullMarked;
