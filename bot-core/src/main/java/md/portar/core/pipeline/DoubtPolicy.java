package md.portar.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.Channel;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;

/** What to do about words of which nobody knows whether they arrived. */
final class DoubtPolicy {
    /** A page of a gateway in front of the platform comes much more often before the platform took the message than after. */
    private static final int RESENDS_AFTER_A_PAGE = 6;

    /**
     * One would do for a lonely failure. An outage and a crash in a row are several, none of which took the message, and then
     * the player would stay without an answer; each further repetition needs another failure after the message was taken.
     */
    private static final int RESENDS_AFTER_SILENCE = 4;

    private final Store store;
    private final Channels channels;
    private final Backoff backoff;
    private final EngineSettings.Retry retry;

    DoubtPolicy(Store store, Channels channels, Backoff backoff, EngineSettings.Retry retry) {
        this.store = store;
        this.channels = channels;
        this.backoff = backoff;
        this.retry = retry;
    }

    /** Longer with every unclear answer: each further attempt may be one more repetition. */
    Duration pause(OutboxItem item) {
        return backoff.delay(1 + 2 * item.uncertain(), Duration.ZERO);
    }

    /** Whether the platform can be asked what became of them. */
    boolean looksUp(OutboundAction action) {
        return channels.of(action.to())
                .flatMap(Channel::inquiry)
                .map(PlatformInquiry::looksUp)
                .orElse(false);
    }

    /** Whether words without a clear answer may be sent again, though they may have arrived. */
    boolean mayRepeat(OutboxItem item, DeliveryFailure cause) {
        boolean allowed = switch (retry.resendUncertain()) {
            case NEVER -> false;
            case BOT -> isByBot(item.entry().action());
            case EVERYONE -> true;
        };
        int most = cause == DeliveryFailure.PLATFORM_DOWN ? RESENDS_AFTER_A_PAGE : RESENDS_AFTER_SILENCE;
        return allowed && item.uncertain() < most;
    }

    /** Whether words whose look-up told nothing may be sent again. */
    boolean mayRepeat(OutboxItem item) {
        return retry.resendUncertain() == EngineSettings.Resend.EVERYONE
                || (retry.resendUncertain() == EngineSettings.Resend.BOT
                        && isByBot(item.entry().action()));
    }

    /** The first of the platform's messages that is not one we know already: the one in doubt. */
    Optional<PlatformMessageId> unknownOf(OutboxItem item, List<PlatformMessageId> sightings) {
        return store.unitOfWork()
                .read(tx -> sightings.stream()
                        .filter(id -> store.messages()
                                .outbound(tx, item.conversation(), id)
                                .isEmpty())
                        .findFirst());
    }

    static boolean isByBot(OutboundAction action) {
        return action instanceof SendMessage message && message.speaker() == Speaker.BOT;
    }
}
