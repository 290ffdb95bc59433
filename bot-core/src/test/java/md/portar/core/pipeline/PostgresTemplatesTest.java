package md.portar.core.pipeline;

import md.portar.core.store.StoreSettings;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.postgres.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresTemplatesTest implements TemplatesContract {
    private String url = "";
    private final FixedClock clock = FixedClock.onMonday();

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunningEngine running;

    @BeforeEach
    void start() {
        url = PostgresServer.shared().freshDatabase();
        running = RunningEngine.opened(StoreSettings.of(url), TemplatesContract.channel(), clock, RunningEngine.QUICK);
        TemplatesContract.setTheScene(running, clock);
    }

    @AfterEach
    void close() {
        running.close();
        PostgresServer.shared().drop(url);
    }

    @Override
    public RunningEngine running() {
        return running;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }
}
