package md.portar.gateway.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.function.BiConsumer;

/**
 * The books of one conversation: what was asked, what was answered. Per question it keeps the mark and a few numbers, never
 * words. Guarded by itself.
 */
final class Talk {
    /** Anything that does not belong to a mark such as {@code C-10482}. */
    private static final String GAPS = " \t\r\n.,;:!?()[]{}<>\"'«»„”“’*_~`|/\\=+#";

    /** One question. */
    static final class Asked {
        private static final int NO_ORDER = -1;

        private final String mark;
        private int order = NO_ORDER;
        private int answers;
        private boolean acknowledged;
        private boolean ambiguous;
        private long since;

        private Asked(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }

        boolean isLost() {
            return acknowledged && answers == 0;
        }

        Instant since() {
            return Instant.ofEpochMilli(since);
        }
    }

    /** What taking an answer brought to light. */
    record Finding(RunReport.SlipKind kind, Asked asked, boolean explained) {}

    private final Map<String, Asked> words = new HashMap<>();
    private final List<Asked> phrases = new ArrayList<>();
    private final List<Asked> latest = new ArrayList<>();
    private int nextOrder;
    private int furthest = -1;
    private long said;
    private long saidBeforeAnswer;
    private long open;
    private long answered;
    private int lastText;
    private boolean quiet = true;

    /** A message sets out; gives its number. */
    synchronized long says() {
        quiet = true;
        return ++said;
    }

    /** A message was acknowledged. */
    synchronized void heard(long number) {
        if (number <= saidBeforeAnswer) {
            answered++;
        } else {
            open++;
        }
    }

    /** A question is about to be asked; false when its mark is not new here. */
    synchronized boolean asks(String mark) {
        boolean word =
                !mark.isEmpty() && new StringTokenizer(mark, GAPS).nextToken().equals(mark);
        Asked asked = new Asked(mark);
        if (!word) {
            phrases.add(asked);
            return true;
        }
        return words.putIfAbsent(mark, asked) == null;
    }

    /** A question was acknowledged; false when it already was, or nobody asked it. */
    synchronized boolean acknowledged(String mark, Instant now) {
        Asked asked = words.get(mark);
        for (Asked phrase : phrases) {
            asked = asked == null && phrase.mark.equals(mark) ? phrase : asked;
        }
        if (asked == null || asked.acknowledged) {
            return false;
        }
        asked.acknowledged = true;
        arrived(asked);
        if (asked.answers == 0) {
            asked.since = now.toEpochMilli();
        }
        return true;
    }

    /** Its place in the conversation: where it was acknowledged, or where an answer shows that it had come. */
    private void arrived(Asked asked) {
        if (asked.order == Asked.NO_ORDER) {
            asked.order = nextOrder++;
        }
    }

    /**
     * Something reached the player. Gives how many questions it answered for the first time.
     *
     * @param slips told what is wrong with it, and when its question was first answered
     * @return first answers, and 1 in {@code [1]} when it only repeats the last text
     */
    synchronized int[] taken(String text, Instant now, BiConsumer<Finding, Instant> slips) {
        answered += open;
        open = 0;
        saidBeforeAnswer = said;
        latest.clear();
        int first = 0;
        for (Asked asked : named(text)) {
            latest.add(asked);
            first += asked.answers == 0 ? 1 : 0;
            settle(asked, now, slips);
        }
        boolean same = latest.isEmpty() && !quiet && text.hashCode() == lastText;
        lastText = text.hashCode();
        quiet = false;
        return new int[] {first, same ? 1 : 0};
    }

    private List<Asked> named(String text) {
        if (words.isEmpty() && phrases.isEmpty()) {
            return List.of();
        }
        List<Asked> named = new ArrayList<>(1);
        for (StringTokenizer tokens = new StringTokenizer(text, GAPS); tokens.hasMoreTokens(); ) {
            Asked asked = words.get(tokens.nextToken());
            if (asked != null && !named.contains(asked)) {
                named.add(asked);
            }
        }
        for (Asked phrase : phrases) {
            if (text.contains(phrase.mark)) {
                named.add(phrase);
            }
        }
        return named;
    }

    private void settle(Asked asked, Instant now, BiConsumer<Finding, Instant> slips) {
        arrived(asked);
        asked.answers++;
        if (asked.answers > 1) {
            slips.accept(new Finding(RunReport.SlipKind.DUPLICATED, asked, asked.ambiguous), asked.since());
            asked.ambiguous = false;
            return;
        }
        asked.since = now.toEpochMilli();
        if (asked.order < furthest) {
            slips.accept(new Finding(RunReport.SlipKind.OUT_OF_ORDER, asked, false), now);
        }
        furthest = Math.max(furthest, asked.order);
    }

    /** The gateway was not told that its latest message here was taken, so one more copy of it is no wonder. */
    synchronized void ambiguous() {
        latest.forEach(asked -> asked.ambiguous = true);
        quiet = true;
    }

    synchronized long open() {
        return open;
    }

    synchronized long answered() {
        return answered;
    }

    /** Questions acknowledged and never answered. */
    synchronized List<Asked> lost() {
        List<Asked> lost = new ArrayList<>();
        words.values().stream().filter(Asked::isLost).forEach(lost::add);
        phrases.stream().filter(Asked::isLost).forEach(lost::add);
        return lost;
    }
}
