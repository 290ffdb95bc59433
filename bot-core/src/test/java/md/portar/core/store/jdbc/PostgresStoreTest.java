package md.portar.core.store.jdbc;

import java.util.List;
import md.portar.core.guard.SecretGuard;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.testkit.postgres.PostgresServer;
import md.portar.core.testkit.store.StoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One database for all tests, emptied before each: that is quicker than a new one. Numbers go on, as they would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest implements StoreContract {
    private static final List<String> KEPT = List.of("schema_history", "lease_time", "desk_event_count");

    private final String url = PostgresServer.shared().freshDatabase();
    private JdbcStore store;

    @BeforeAll
    void open() {
        store = JdbcStore.open(StoreSettings.of(url), SecretGuard.standard());
    }

    @BeforeEach
    void empty() {
        store.unitOfWork().run(tx -> {
            var handle = JdbcTx.handle(tx);
            List<String> tables = handle
                    .createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(table -> !KEPT.contains(table))
                    .toList();
            handle.createUpdate("TRUNCATE " + String.join(", ", tables)).execute();
            handle.createUpdate("UPDATE lease_time SET at = 0").execute();
            return true;
        });
    }

    @AfterAll
    void close() {
        store.close();
        PostgresServer.shared().drop(url);
    }

    @Override
    public Store store() {
        return store;
    }
}
