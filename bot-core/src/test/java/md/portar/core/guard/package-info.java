/** Tests of the secret guard: its parts, its labelled messages, and properties that hold for any text. */
@NullMarked
package md.portar.core.guard;

import org.jspecify.annotations.NullMarked;
