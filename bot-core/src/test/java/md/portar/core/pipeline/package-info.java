/** Tests of the use cases, on a real store in a temporary folder. */
@NullMarked
package md.portar.core.pipeline;

import org.jspecify.annotations.NullMarked;
