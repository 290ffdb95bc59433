package md.portar.gateway.cases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.casestatus.CaseWatching;
import md.portar.core.conversation.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at watched cases now and then, where the source does not tell about changes by itself. */
public final class CaseWatchPoller implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CaseWatchPoller.class);
    private static final int AT_ONCE = 100;

    private final CaseDirectory cases;
    private final CaseWatching watching;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "case-watch");
        thread.setDaemon(true);
        return thread;
    });

    public CaseWatchPoller(CaseDirectory cases, CaseWatching watching) {
        this.cases = cases;
        this.watching = watching;
    }

    /** Begins to look every so often. */
    public void start(Duration every) {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks at every watched case once; ends early when the source does not answer. */
    void round() {
        try {
            String after = "";
            List<CaseNumber> page = watching.watched(after, AT_ONCE);
            while (!page.isEmpty()) {
                for (CaseNumber number : page) {
                    Optional<CaseRecord> now = cases.find(number);
                    now.ifPresent(watching::seen);
                    after = number.value();
                }
                page = watching.watched(after, AT_ONCE);
            }
        } catch (CaseDirectory.CasesUnavailable down) {
            log.debug("Watched cases are looked at later: the source does not answer");
        } catch (RuntimeException problem) {
            log.atWarn()
                    .addKeyValue("reason", problem.getClass().getSimpleName())
                    .log("Watched cases could not be looked at");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
