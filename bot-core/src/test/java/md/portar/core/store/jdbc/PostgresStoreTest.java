package md.portar.core.store.jdbc;

import md.portar.core.guard.SecretGuard;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.testkit.postgres.PostgresServer;
import md.portar.core.testkit.store.StoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresStoreTest implements StoreContract {
    private static String template = "";

    private String url = "";
    private Store store;

    /** Each test's database is a copy of this one, which is quicker than setting up the schema each time. */
    @BeforeAll
    static void template() {
        String empty = PostgresServer.shared().freshDatabase();
        JdbcStore.open(StoreSettings.of(empty), SecretGuard.standard()).close();
        template = PostgresServer.name(empty);
    }

    @BeforeEach
    void open() {
        url = PostgresServer.shared().freshDatabase(template);
        store = JdbcStore.open(StoreSettings.of(url), SecretGuard.standard());
    }

    @AfterEach
    void close() {
        store.close();
        PostgresServer.shared().drop(url);
    }

    @Override
    public Store store() {
        return store;
    }
}
