package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the lines of a list mean, followed to the letter: every alternative is tried at every word. Slow, and obviously right;
 * the index has to agree with it.
 */
final class PlainPhrases {
    private final List<String> rules = new ArrayList<>();
    private final WordClasses classes;
    private final Map<String, List<List<WordPattern>>> places = new HashMap<>();
    private final Map<String, List<List<Integer>>> ends = new HashMap<>();
    private List<String> words = List.of();

    PlainPhrases(List<String> lines) {
        List<String> definitions = new ArrayList<>();
        for (String line : lines) {
            String written = line.replaceFirst("#.*", "").trim();
            if (!written.isEmpty()) {
                (WordClasses.isDefinition(written) ? definitions : rules).add(written);
            }
        }
        classes = WordClasses.of(definitions);
    }

    /** Everywhere a phrase occurs, the ordered ones first. */
    List<Phrase.Span> spans(FoldedText text) {
        words = text.words();
        ends.clear();
        List<Phrase.Span> spans = new ArrayList<>();
        rules.stream().filter(rule -> !rule.startsWith("&")).forEach(rule -> spans.addAll(ordered(rule)));
        rules.stream().filter(rule -> rule.startsWith("&")).forEach(rule -> spans.addAll(gathered(rule)));
        return spans;
    }

    private List<Phrase.Span> ordered(String rule) {
        List<String> tokens = new ArrayList<>(List.of(rule.split("\\s+")));
        boolean fromStart = tokens.removeIf("^"::equals);
        boolean toEnd = tokens.removeIf("$"::equals);
        List<Phrase.Span> spans = new ArrayList<>();
        for (int start = 0; start < (fromStart ? Math.min(1, words.size()) : words.size()); start++) {
            int end = endOf(tokens, start, toEnd);
            if (end >= 0) {
                spans.add(new Phrase.Span(start, end));
            }
        }
        return spans;
    }

    private int endOf(List<String> tokens, int at, boolean toEnd) {
        List<String> left = tokens.subList(1, tokens.size());
        for (int last : endsFrom(tokens.get(0), at)) {
            if (left.isEmpty() && (!toEnd || last == words.size() - 1)) {
                return last;
            }
            for (int next = last + 1; !left.isEmpty() && next <= last + 3 && next < words.size(); next++) {
                int end = endOf(left, next, toEnd);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private List<Phrase.Span> gathered(String rule) {
        List<String> tokens = List.of(rule.substring(1).split("\\s+"));
        int width = tokens.get(0).isEmpty() ? 8 : Integer.parseInt(tokens.get(0));
        List<List<Phrase.Span>> chosen = List.of(List.of());
        for (String token : tokens.subList(1, tokens.size())) {
            List<Phrase.Span> spans = occurrences(token.replaceFirst("^!", ""));
            if (token.startsWith("!")) {
                chosen = spans.isEmpty() ? chosen : List.of();
                continue;
            }
            List<List<Phrase.Span>> longer = new ArrayList<>();
            for (List<Phrase.Span> before : chosen) {
                for (Phrase.Span next : spans) {
                    List<Phrase.Span> with = new ArrayList<>(before);
                    with.add(next);
                    Phrase.Span cover = cover(with);
                    if (before.stream().noneMatch(next::overlaps) && cover.last() - cover.first() < width) {
                        longer.add(with);
                    }
                }
            }
            chosen = longer;
        }
        return chosen.stream().map(PlainPhrases::cover).toList();
    }

    private static Phrase.Span cover(List<Phrase.Span> spans) {
        return new Phrase.Span(
                spans.stream().mapToInt(Phrase.Span::first).min().orElseThrow(),
                spans.stream().mapToInt(Phrase.Span::last).max().orElseThrow());
    }

    private List<Phrase.Span> occurrences(String token) {
        List<Phrase.Span> spans = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            for (int end : endsFrom(token, at)) {
                spans.add(new Phrase.Span(at, end));
            }
        }
        return spans;
    }

    private List<Integer> endsFrom(String token, int at) {
        return ends.computeIfAbsent(token, any -> {
                    List<List<WordPattern>> place = places.computeIfAbsent(any, this::place);
                    List<List<Integer>> all = new ArrayList<>();
                    for (int start = 0; start < words.size(); start++) {
                        all.add(endsFrom(place, start));
                    }
                    return all;
                })
                .get(at);
    }

    private List<Integer> endsFrom(List<List<WordPattern>> place, int at) {
        List<Integer> distinct = new ArrayList<>(1);
        for (List<WordPattern> alternative : place) {
            int last = at + alternative.size() - 1;
            if (last < words.size() && !distinct.contains(last) && matches(alternative, at)) {
                distinct.add(last);
            }
        }
        return distinct;
    }

    private List<List<WordPattern>> place(String token) {
        List<List<WordPattern>> place = new ArrayList<>();
        for (String alternative : classes.expand(token)) {
            boolean exact = alternative.startsWith("=");
            place.add(List.of((exact ? alternative.substring(1) : alternative).split("_")).stream()
                    .map(word -> WordPattern.parse(word, exact))
                    .toList());
        }
        return place;
    }

    private boolean matches(List<WordPattern> alternative, int at) {
        for (int i = 0; i < alternative.size(); i++) {
            if (!alternative.get(i).matches(words.get(at + i))) {
                return false;
            }
        }
        return true;
    }
}
