package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase such as {@code ^ nu_pot opri $}: words in this order with up to two others in between, {@code _} for none in
 * between, {@code ^} and {@code $} for the beginning and the end of the message.
 */
final class Phrase {
    private static final int GAP = 2;

    private final List<WordPattern> places = new ArrayList<>();
    private final List<Boolean> tight = new ArrayList<>();
    private boolean fromStart;
    private boolean toEnd;

    private Phrase() {}

    static Phrase parse(String line) {
        Phrase phrase = new Phrase();
        for (String token : line.trim().split("\\s+")) {
            if ("^".equals(token)) {
                phrase.fromStart = true;
            } else if ("$".equals(token)) {
                phrase.toEnd = true;
            } else {
                phrase.add(token.split("_"));
            }
        }
        if (phrase.places.isEmpty()) {
            throw new IllegalArgumentException("a phrase without words");
        }
        return phrase;
    }

    private void add(String[] adjacent) {
        for (int i = 0; i < adjacent.length; i++) {
            places.add(WordPattern.parse(adjacent[i]));
            tight.add(i > 0);
        }
    }

    /** The places where it occurs. */
    List<Span> spans(List<String> words) {
        List<Span> spans = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            int end = places.get(0).matches(words.get(start)) ? endOf(words, start, 1) : -1;
            if (end >= 0) {
                spans.add(new Span(start, end));
            }
            if (fromStart) {
                break;
            }
        }
        return spans;
    }

    private int endOf(List<String> words, int last, int place) {
        if (place == places.size()) {
            return !toEnd || last == words.size() - 1 ? last : -1;
        }
        int gap = tight.get(place) ? 0 : GAP;
        for (int next = last + 1; next <= last + 1 + gap && next < words.size(); next++) {
            if (places.get(place).matches(words.get(next))) {
                int end = endOf(words, next, place + 1);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    /** First and last word of an occurrence. */
    record Span(int first, int last) {
        boolean within(Span other) {
            return other.first <= first && last <= other.last;
        }
    }
}
