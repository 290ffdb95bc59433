package md.portar.core.pipeline;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one loop sleep until somebody has news for it. News that come while it works are not lost. */
final class Wake {
    private final Semaphore news = new Semaphore(0);

    /** Never blocks, so that it can be called on the store's thread. */
    void up() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Sleeps at most so long. */
    void await(Duration longest) throws InterruptedException {
        if (news.tryAcquire(Math.max(1, longest.toMillis()), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
