package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.store.Store;
import md.portar.core.store.Tickets;

/** What live figures allow to say: a number only when agents of the language are there and enough was claimed lately. */
final class LiveQueueOutlook implements QueueOutlook {
    private static final Duration RATE_OVER = Duration.ofMinutes(30);
    private static final int CLAIMS_FOR_A_RATE = 5;
    private static final int WAITS_FOR_A_MEDIAN = 3;

    private final Store store;
    private final Clock clock;

    LiveQueueOutlook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Outlook outlook(ConversationKey conversation, Language language, Priority priority) {
        Tickets.Figures figures = store.unitOfWork()
                .read(tx -> store.tickets()
                        .figures(
                                tx,
                                store.conversations().number(tx, conversation),
                                language,
                                priority,
                                clock.instant()));
        int place = figures.ahead() + 1;
        return new Outlook(place, wait(figures, place, language), figures.staffed());
    }

    private static Optional<Duration> wait(Tickets.Figures figures, int place, Language language) {
        if (!figures.staffed().contains(language)) {
            return Optional.empty();
        }
        if (figures.recentClaims() >= CLAIMS_FOR_A_RATE) {
            return Optional.of(RATE_OVER.multipliedBy(place).dividedBy(figures.recentClaims()));
        }
        List<Duration> waits = figures.recentWaits().stream().sorted().toList();
        return waits.size() < WAITS_FOR_A_MEDIAN ? Optional.empty() : Optional.of(waits.get(waits.size() / 2));
    }
}
