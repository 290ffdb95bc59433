package md.portar.core.store.jdbc;

import md.portar.core.store.Store;

/** Ends a store as a crash would, for tests in other packages. */
public final class Crash {
    private Crash() {}

    /** What was not committed is gone, nothing is tidied up, and the files are free for the next to open. */
    public static void of(Store store) {
        ((JdbcStore) store).halt();
    }
}
