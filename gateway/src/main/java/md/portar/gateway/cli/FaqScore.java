package md.portar.gateway.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import md.portar.core.faq.Band;
import md.portar.core.faq.LabelMatch;
import md.portar.core.message.Language;

/** Compares matches with labels, over all messages and per language and tag. */
final class FaqScore {
    private final FaqFigures all = new FaqFigures();
    private final Map<String, FaqFigures> languages = new TreeMap<>();
    private final Map<String, FaqFigures> tags = new TreeMap<>();
    private final List<Long> nanos = new ArrayList<>();
    private final Map<Confusion, Integer> confusions = new HashMap<>();

    /** What is right for one message: the topics, none when nothing fits. */
    record Expected(Set<String> topics, Optional<Language> language, List<String> tags) {
        Expected {
            topics = Set.copyOf(topics);
            tags = List.copyOf(tags);
        }

        boolean none() {
            return topics.isEmpty();
        }
    }

    /** One topic taken for another. */
    record Confusion(String expected, String got) {}

    /** What is right and what was found. */
    record Matched(Expected expected, FaqEngine.Timed found) {}

    void add(Matched matched) {
        Expected expected = matched.expected();
        LabelMatch match = matched.found().match();
        nanos.add(matched.found().nanos());
        all.add(expected, match);
        expected.language()
                .ifPresent(language -> languages
                        .computeIfAbsent(language.code(), key -> new FaqFigures())
                        .add(expected, match));
        expected.tags()
                .forEach(tag ->
                        tags.computeIfAbsent(tag, key -> new FaqFigures()).add(expected, match));
        String got = match.band() == Band.NONE ? "(none)" : match.best().label();
        boolean right = expected.none()
                ? match.band() != Band.ANSWER
                : expected.topics().contains(got);
        if (!right) {
            String wanted = expected.none()
                    ? "(none)"
                    : String.join("|", expected.topics().stream().sorted().toList());
            confusions.merge(new Confusion(wanted, got), 1, Integer::sum);
        }
    }

    /** The time within which a share of the messages was answered, in milliseconds; not a number without messages. */
    double millis(double share) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))) / 1e6;
    }

    FaqFigures all() {
        return all;
    }

    Map<String, FaqFigures> languages() {
        return Collections.unmodifiableMap(languages);
    }

    Map<String, FaqFigures> tags() {
        return Collections.unmodifiableMap(tags);
    }

    /** The most frequent mistakes, most frequent first. */
    List<Map.Entry<Confusion, Integer>> confusions(int most) {
        return confusions.entrySet().stream()
                .sorted(Map.Entry.<Confusion, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry ->
                                entry.getKey().expected() + ' ' + entry.getKey().got()))
                .limit(most)
                .toList();
    }
}
