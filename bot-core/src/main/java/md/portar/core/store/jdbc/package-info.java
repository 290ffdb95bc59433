/** The store on JDBC: one implementation for SQLite and PostgreSQL; what differs between them is in a small dialect. */
@NullMarked
package md.portar.core.store.jdbc;

import org.jspecify.annotations.NullMarked;
