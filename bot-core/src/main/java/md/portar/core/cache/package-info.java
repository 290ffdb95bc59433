/** Remembering what was computed a moment ago. Knows nothing of the rest. */
@NullMarked
package md.portar.core.cache;

import org.jspecify.annotations.NullMarked;
