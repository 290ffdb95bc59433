/** A load of signed webhooks of the three platforms, a sink that stands for their send APIs, and what both saw. */
@NullMarked
package md.portar.bench.load;

import org.jspecify.annotations.NullMarked;
