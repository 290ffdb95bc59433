package md.portar.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Screens a batch on the caller's thread and hands it to the store as one unit of work. */
final class ScreeningIntake implements Intake {
    private static final Logger log = LoggerFactory.getLogger(ScreeningIntake.class);

    private final Store store;
    private final Arrivals arrivals;
    private final GatewayMetrics metrics;

    ScreeningIntake(Store store, Arrivals arrivals, GatewayMetrics metrics) {
        this.store = store;
        this.arrivals = arrivals;
        this.metrics = metrics;
    }

    @Override
    public CompletionStage<Void> accept(ChannelId channel, ChannelAccount account, List<ChannelEvent> events) {
        List<Arrivals.Recording> recordings = new ArrayList<>(events.size());
        for (ChannelEvent event : events) {
            event.accept(arrivals).ifPresent(recordings::add);
            if (event instanceof ChannelEvent.Ignored ignored) {
                metrics.eventIgnored(channel, ignored.reason());
            }
        }
        if (recordings.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        return store.unitOfWork()
                .submit(tx -> {
                    recordings.forEach(recording -> recording.in(tx));
                    return recordings.size();
                })
                .handle((count, failure) -> {
                    if (failure != null) {
                        throw unavailable(channel, failure);
                    }
                    return null;
                });
    }

    private IntakeUnavailable unavailable(ChannelId channel, Throwable failure) {
        if (!(failure instanceof StoreUnavailable)) {
            metrics.surprise("intake");
            log.atError()
                    .addKeyValue(LogFields.CHANNEL, channel)
                    .addKeyValue(LogFields.REASON, failure.getClass().getSimpleName())
                    .log("Events could not be recorded");
        }
        return new IntakeUnavailable("the events could not be kept");
    }
}
