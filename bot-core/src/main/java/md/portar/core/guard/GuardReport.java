package md.portar.core.guard;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts verdicts against labels, in all and per language, kind and tag. A kind's recall asks whether lines that hold it were
 * blocked; its precision, whether lines said to hold it do. Not thread-safe.
 */
public final class GuardReport {
    private final Tally total = new Tally();
    private final Map<String, Tally> languages = new TreeMap<>();
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final Map<String, Tally> tags = new TreeMap<>();

    /** Numbers of one row of the table. */
    public static final class Tally {
        private int hits;
        private int misses;
        private int falseAlarms;
        private int rightlyAllowed;

        private void count(boolean expected, boolean found) {
            if (expected) {
                hits += found ? 1 : 0;
                misses += found ? 0 : 1;
            } else {
                falseAlarms += found ? 1 : 0;
                rightlyAllowed += found ? 0 : 1;
            }
        }

        public int lines() {
            return hits + misses + falseAlarms + rightlyAllowed;
        }

        public double precision() {
            return ratio(hits, hits + falseAlarms);
        }

        public double recall() {
            return ratio(hits, hits + misses);
        }

        public double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        public double falsePositiveRate() {
            return falseAlarms == 0 ? 0 : falseAlarms / (double) (falseAlarms + rightlyAllowed);
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 1 : part / (double) whole;
        }

        private String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-24s %6d %6d %6d %6d %6d   %.4f %.4f %.4f %.5f%n",
                    name,
                    lines(),
                    hits,
                    misses,
                    falseAlarms,
                    rightlyAllowed,
                    precision(),
                    recall(),
                    f1(),
                    falsePositiveRate());
        }
    }

    /** Counts one line. */
    public void add(
            String language,
            boolean expected,
            Set<SecretKind> expectedKinds,
            Collection<String> lineTags,
            GuardVerdict verdict) {
        total.count(expected, verdict.blocked());
        tally(languages, language).count(expected, verdict.blocked());
        lineTags.forEach(tag -> tally(tags, tag).count(expected, verdict.blocked()));
        for (SecretKind kind : SecretKind.values()) {
            boolean holds = expectedKinds.contains(kind);
            tally(kinds, kind.name())
                    .count(holds, holds ? verdict.blocked() : verdict.kinds().contains(kind));
        }
    }

    private static Tally tally(Map<String, Tally> rows, String name) {
        return rows.computeIfAbsent(name, key -> new Tally());
    }

    public Tally total() {
        return total;
    }

    /** Rows per language. */
    public Map<String, Tally> languages() {
        return Map.copyOf(languages);
    }

    /** Rows per kind, by the kind's name. */
    public Map<String, Tally> kinds() {
        return Map.copyOf(kinds);
    }

    /** The table as text. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-24s %6s %6s %6s %6s %6s   %-6s %-6s %-6s %s%n",
                "",
                "lines",
                "hit",
                "miss",
                "false",
                "right",
                "prec",
                "recall",
                "F1",
                "false positives"));
        table.append(total.row("all"));
        languages.forEach((name, row) -> table.append(row.row("language " + name)));
        kinds.forEach((name, row) -> table.append(row.row("kind " + name)));
        tags.forEach((name, row) -> table.append(row.row("tag " + name)));
        return table.toString();
    }
}
