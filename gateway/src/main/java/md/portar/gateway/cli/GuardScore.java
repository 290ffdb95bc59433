package md.portar.gateway.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import md.portar.core.guard.GuardVerdict;
import md.portar.core.guard.SecretKind;

/** Counts how the guard's verdicts compare with labels, over all messages and by groups of them. */
final class GuardScore {
    /** What messages are grouped by. */
    enum Grouping {
        LANGUAGE,
        KIND,
        TAG,
        SOURCE,
        FROM
    }

    private final boolean keepWrong;
    private final GuardHits all = new GuardHits();
    private final Map<Grouping, Map<String, GuardHits>> groups = new EnumMap<>(Grouping.class);
    private final List<String> wrong = new ArrayList<>();

    GuardScore(boolean keepWrong) {
        this.keepWrong = keepWrong;
    }

    /** A line, its labels, and what the guard said. */
    record Judged(String id, ScreenLine line, GuardLabels labels, List<GuardVerdict> verdicts) {
        Judged {
            verdicts = List.copyOf(verdicts);
        }
    }

    void add(Judged judged) {
        ScreenLine line = judged.line();
        GuardLabels labels = judged.labels();
        for (int i = 0; i < judged.verdicts().size(); i++) {
            GuardLabels.Expected expected = labels.expected().get(i);
            GuardVerdict verdict = judged.verdicts().get(i);
            boolean blocked = verdict.blocked();
            all.add(expected.block(), blocked);
            labels.language().ifPresent(name -> count(Grouping.LANGUAGE, name, expected.block(), blocked));
            labels.source().ifPresent(name -> count(Grouping.SOURCE, name, expected.block(), blocked));
            labels.tags().forEach(name -> count(Grouping.TAG, name, expected.block(), blocked));
            if (!line.alone()) {
                String from = line.messages().get(i).from().name().toLowerCase(Locale.ROOT);
                count(Grouping.FROM, from, expected.block(), blocked);
            }
            countKinds(expected, verdict);
            if (keepWrong && expected.block() != blocked) {
                wrong.add((line.alone() ? judged.id() : judged.id() + "[" + i + "]") + ": " + describe(expected)
                        + ", got " + describe(verdict));
            }
        }
    }

    /**
     * A secret of the right kind that is stopped counts as found, and so does one stopped as another kind: what matters is
     * that it went no further. A false positive counts for the kind that was seen.
     */
    private void countKinds(GuardLabels.Expected expected, GuardVerdict verdict) {
        TreeSet<String> kinds = new TreeSet<>(expected.kinds());
        Arrays.stream(SecretKind.values()).map(SecretKind::name).forEach(kinds::add);
        for (String kind : kinds) {
            boolean secret = expected.block() && expected.kinds().contains(kind);
            boolean seen =
                    verdict.kinds().stream().anyMatch(found -> found.name().equals(kind));
            count(Grouping.KIND, kind, secret, secret ? verdict.blocked() : seen && !expected.block());
        }
    }

    private void count(Grouping grouping, String name, boolean expected, boolean blocked) {
        groups.computeIfAbsent(grouping, key -> new TreeMap<>())
                .computeIfAbsent(name, key -> new GuardHits())
                .add(expected, blocked);
    }

    private static String describe(GuardLabels.Expected expected) {
        return expected.block() ? "expected BLOCK " + expected.kinds() : "expected ALLOW";
    }

    private static String describe(GuardVerdict verdict) {
        return verdict.blocked() ? "BLOCK " + verdict.rules() : "ALLOW";
    }

    GuardHits all() {
        return all;
    }

    Map<String, GuardHits> by(Grouping grouping) {
        return Collections.unmodifiableMap(groups.getOrDefault(grouping, Map.of()));
    }

    /** Ids, labels and rules of wrong verdicts, without text. */
    List<String> wrong() {
        return Collections.unmodifiableList(wrong);
    }
}
