package md.portar.core.store.jdbc;

import java.nio.file.Path;
import md.portar.core.guard.SecretGuard;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.testkit.store.StoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest implements StoreContract {
    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = JdbcStore.open(StoreSettings.sqlite(folder.resolve("portar.db")), SecretGuard.standard());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }
}
