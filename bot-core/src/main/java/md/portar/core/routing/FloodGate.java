package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.Effect;
import md.portar.core.texts.TextKey;

/** Bounds how often a player who writes very fast, or the same again and again, is answered. Nothing is lost: all is kept. */
final class FloodGate {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    static final Duration BREATH = Duration.ofSeconds(10);
    private static final Duration SAME = Duration.ofMinutes(10);
    private static final int REPEATS_ANSWERED = 2;
    private static final int MOST = 99_999;

    private final PlayerSettings.Limits limits;

    FloodGate(PlayerSettings.Limits limits) {
        this.limits = limits;
    }

    /** Counts the messages, whatever becomes of them. */
    void count(TurnDraft turn, int messages) {
        Pace.read(turn).plus(turn.now(), messages).keep(turn);
    }

    /** Whether the player writes faster than he is answered. */
    boolean isFast(TurnDraft turn) {
        return Pace.read(turn).count > limits.softFlood();
    }

    /** True when there are so many messages that these, already counted, are only kept; the thread tells so. */
    boolean skips(TurnDraft turn, MessageBatch batch) {
        Pace pace = Pace.read(turn);
        if (pace.count <= limits.hardFlood()) {
            return false;
        }
        if (!pace.warned) {
            turn.say(TextKey.SLOW);
            pace = pace.warned(turn.now());
        }
        pace = pace.skip(batch.messages().size());
        pace.keep(turn);
        turn.add(new Effect.MarkSkipped(pace.since, pace.skipped));
        return true;
    }

    /** False when the messages, already counted, are not to be answered. */
    boolean admits(TurnDraft turn, MessageBatch batch, Thought thought) {
        return paceAllows(turn) && isNews(turn, batch, thought);
    }

    private boolean paceAllows(TurnDraft turn) {
        Pace pace = Pace.read(turn);
        if (pace.count <= limits.softFlood()) {
            pace.answered(turn.now()).keep(turn);
            return true;
        }
        if (!pace.warned) {
            turn.say(TextKey.SLOW);
            pace.warned(turn.now()).keep(turn);
            return false;
        }
        boolean answers = !pace.lastAnswer.plus(BREATH).isAfter(turn.now());
        (answers ? pace.answered(turn.now()) : pace).keep(turn);
        return answers;
    }

    private static boolean isNews(TurnDraft turn, MessageBatch batch, Thought thought) {
        if (thought.isEmpty() || !batch.taps().isEmpty()) {
            return true;
        }
        String hash = Integer.toHexString(thought.folded().joined().hashCode());
        List<String> last = List.of(turn.recall(Fact.LAST_TEXT).orElse("").split("\\|"));
        boolean same = last.size() == 3
                && last.get(0).equals(hash)
                && Instant.parse(last.get(2)).plus(SAME).isAfter(turn.now());
        int times = same ? Integer.parseInt(last.get(1)) + 1 : 1;
        turn.remember(Fact.LAST_TEXT, hash + "|" + Math.min(times, 999) + "|" + turn.now());
        return times <= REPEATS_ANSWERED;
    }

    /** How fast the player has been writing within the current minute. */
    private record Pace(Instant since, int count, Instant lastAnswer, boolean warned, int skipped) {
        static Pace read(TurnDraft turn) {
            List<String> parts = List.of(turn.recall(Fact.FLOOD).orElse("").split("\\|"));
            if (parts.size() != 5) {
                return new Pace(turn.now(), 0, Instant.EPOCH, false, 0);
            }
            return new Pace(
                    Instant.parse(parts.get(0)),
                    Integer.parseInt(parts.get(1)),
                    Instant.parse(parts.get(2)),
                    parts.get(3).equals("warned"),
                    Integer.parseInt(parts.get(4)));
        }

        Pace plus(Instant now, int messages) {
            if (since.plus(WINDOW).isBefore(now)) {
                return new Pace(now, messages, lastAnswer, false, 0);
            }
            return new Pace(since, Math.min(count + messages, MOST), lastAnswer, warned, skipped);
        }

        Pace answered(Instant now) {
            return new Pace(since, count, now, warned, skipped);
        }

        Pace warned(Instant now) {
            return new Pace(since, count, now, true, skipped);
        }

        Pace skip(int messages) {
            return new Pace(since, count, lastAnswer, warned, Math.min(skipped + messages, MOST));
        }

        void keep(TurnDraft turn) {
            String mood = warned ? "warned" : "calm";
            turn.remember(Fact.FLOOD, since + "|" + count + "|" + lastAnswer + "|" + mood + "|" + skipped);
        }
    }
}
