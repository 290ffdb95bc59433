/** A real PostgreSQL server for tests, unpacked and started when first asked for. */
@NullMarked
package md.portar.core.testkit.postgres;

import org.jspecify.annotations.NullMarked;
