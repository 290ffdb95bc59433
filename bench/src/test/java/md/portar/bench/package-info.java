@NullMarked
package md.portar.bench;

import org.jspecify.annotations.NullMarked;
