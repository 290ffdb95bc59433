/** The demonstration: the real gateway on SQLite, beside simulated platforms, with invented data. */
@NullMarked
package md.portar.gateway.demo;

import org.jspecify.annotations.NullMarked;
