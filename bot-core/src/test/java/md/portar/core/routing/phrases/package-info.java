@NullMarked
package md.portar.core.routing.phrases;

import org.jspecify.annotations.NullMarked;
