/**
 * Ports of the store, in the words of the domain. Each call takes the transaction it belongs to; text goes in and comes out as
 * {@link md.portar.core.guard.SafeText} only. No SQL here.
 */
@NullMarked
package md.portar.core.store;

import org.jspecify.annotations.NullMarked;
