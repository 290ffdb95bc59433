package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.guard.ConversationContext;
import md.portar.core.guard.Expectation;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.Screening;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.TurnId;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;

/**
 * What the guard remembers of each conversation, in memory only. Messages of one conversation are screened one after another;
 * a context that was not used for ten minutes, or that is the oldest of too many, is forgotten.
 */
final class Contexts {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 50_000;
    private static final int TURNS = 8;

    private final SecretGuard guard;
    private final Clock clock;
    private final Map<ConversationKey, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    Contexts(SecretGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
    }

    /** The screening, and the platform's ids of earlier messages that have to be redacted. */
    record Heard(Screening screening, List<PlatformMessageId> earlier) {}

    /** Screens the main words of a message in their conversation. */
    Heard screen(ConversationKey key, PlatformMessageId message, UntrustedText words, Instant at) {
        TurnId turn = new TurnId("t" + turns.incrementAndGet());
        List<PlatformMessageId> earlier = new ArrayList<>();
        Screening[] result = new Screening[1];
        remembered.compute(key, (ignored, known) -> {
            Instant now = clock.instant();
            Remembered current = known == null || known.isStale(now) ? new Remembered() : known;
            Screening screening = guard.screen(words, current.context, turn, at);
            result[0] = screening;
            screening.earlier().forEach(id -> current.find(id, earlier));
            current.heard(screening.after(), turn, message, now);
            return current;
        });
        bound();
        return new Heard(result[0], List.copyOf(earlier));
    }

    /** Notes what we said, since it decides how a bare number in the answer is read. */
    void said(ConversationKey key, SafeText text, Expectation expectation) {
        Instant now = clock.instant();
        remembered.compute(key, (ignored, known) -> {
            Remembered current = known == null || known.isStale(now) ? new Remembered() : known;
            current.context = current.context.afterOutgoing(text, expectation, now);
            current.usedAt = now;
            return current;
        });
    }

    /** Forgets what is too old, and the oldest when there are too many. */
    void sweep() {
        Instant now = clock.instant();
        remembered.values().removeIf(context -> context.isStale(now));
    }

    private void bound() {
        if (remembered.size() <= MOST) {
            return;
        }
        sweep();
        if (remembered.size() <= MOST) {
            return;
        }
        remembered.entrySet().stream()
                .min(Map.Entry.comparingByValue((a, b) -> a.usedAt.compareTo(b.usedAt)))
                .ifPresent(oldest -> remembered.remove(oldest.getKey()));
    }

    /** Changed only inside the map's per-key lock. */
    private static final class Remembered {
        private final Deque<Turn> recent = new ArrayDeque<>();
        private ConversationContext context = ConversationContext.empty();
        private volatile Instant usedAt = Instant.EPOCH;

        private record Turn(TurnId id, PlatformMessageId message) {}

        boolean isStale(Instant now) {
            return usedAt.plus(KEPT).isBefore(now);
        }

        void heard(ConversationContext after, TurnId turn, PlatformMessageId message, Instant now) {
            context = after;
            usedAt = now;
            recent.addLast(new Turn(turn, message));
            if (recent.size() > TURNS) {
                recent.removeFirst();
            }
        }

        void find(TurnId id, List<PlatformMessageId> into) {
            for (Turn turn : recent) {
                if (turn.id().equals(id)) {
                    into.add(turn.message());
                }
            }
        }
    }
}
