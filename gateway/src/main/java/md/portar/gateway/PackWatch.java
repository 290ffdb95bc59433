package md.portar.gateway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import md.portar.core.faq.PackProblem;
import md.portar.core.faq.PackProblems;
import md.portar.core.faq.ReloadingCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an edited FAQ pack into use, or says where its first mistake is while the one from before goes on answering. */
final class PackWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PackWatch.class);

    private final ReloadingCatalogue catalogue;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "faq-pack");
        thread.setDaemon(true);
        return thread;
    });

    PackWatch(ReloadingCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Begins to look every so often. */
    void start(Duration every) {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            switch (catalogue.poll()) {
                case RELOADED -> log.info("The edited FAQ pack is in use");
                case REJECTED -> catalogue.rejected().ifPresent(PackWatch::complain);
                case UNCHANGED -> {}
            }
        } catch (RuntimeException problem) {
            log.atWarn()
                    .addKeyValue("reason", problem.getClass().getSimpleName())
                    .log("The FAQ pack could not be looked at; the one read before stays in use");
        }
    }

    private static void complain(PackProblems problems) {
        PackProblem first = problems.all().get(0);
        log.atWarn()
                .addKeyValue("mistakes", problems.all().size())
                .addKeyValue("first", first.place())
                .log("The edited FAQ pack has mistakes and is not in use; 'portar faq check' tells them");
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
