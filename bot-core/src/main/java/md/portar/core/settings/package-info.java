/** Typed settings: read once at start, all mistakes reported together, secrets by reference only. */
@NullMarked
package md.portar.core.settings;

import org.jspecify.annotations.NullMarked;
