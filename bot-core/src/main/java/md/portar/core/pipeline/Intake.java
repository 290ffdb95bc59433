package md.portar.core.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;

/** Screens events and makes them durable. */
public interface Intake {
    /**
     * Screens on the calling thread, without blocking, and hands over to the store. Completes after the commit that holds
     * every event; completes exceptionally with {@link IntakeUnavailable} when they could not be kept, so that the caller
     * answers 503 and the platform sends again.
     */
    CompletionStage<Void> accept(ChannelId channel, ChannelAccount account, List<ChannelEvent> events);

    /** Nothing was kept. */
    final class IntakeUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IntakeUnavailable(String what) {
            super(what, null, false, false);
        }
    }
}
