/** Tests of the message files. */
@NullMarked
package md.portar.core.texts;

import org.jspecify.annotations.NullMarked;
