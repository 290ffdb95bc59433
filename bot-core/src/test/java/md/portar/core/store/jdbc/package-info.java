/** Tests of the JDBC store: the contract on SQLite, and what only this implementation does. */
@NullMarked
package md.portar.core.store.jdbc;

import org.jspecify.annotations.NullMarked;
