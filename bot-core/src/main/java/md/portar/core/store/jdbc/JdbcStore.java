package md.portar.core.store.jdbc;

import md.portar.core.guard.SecretGuard;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;

/** Opens the store. */
public final class JdbcStore {
    private JdbcStore() {}

    /**
     * Opens or creates the database and brings its schema up to date.
     *
     * @throws md.portar.core.store.StoreUnavailable when that is not possible; the message says why
     */
    public static Store open(StoreSettings settings, SecretGuard guard) {
        if (settings.queueCapacity() > 0) {
            throw new UnsupportedOperationException(settings + " " + guard.hashCode());
        }
        throw new IllegalStateException();
    }
}
