package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * A phrase such as {@code ^ nu|nu_mai pot opri $}: places in this order with up to two other words in between. A place is one of
 * several alternatives, an alternative one or more words with nothing in between ({@code _}). {@code ^} and {@code $} are the
 * beginning and the end of the message.
 */
final class Phrase {
    private static final int GAP = 2;

    private final List<PhrasePlace> places = new ArrayList<>();
    private boolean fromStart;
    private boolean toEnd;

    private Phrase() {}

    static Phrase parse(String line, WordClasses classes) {
        Phrase phrase = new Phrase();
        for (String token : line.trim().split("\\s+")) {
            if ("^".equals(token)) {
                phrase.fromStart = true;
            } else if ("$".equals(token)) {
                phrase.toEnd = true;
            } else {
                phrase.places.add(PhrasePlace.parse(token, classes));
            }
        }
        if (phrase.places.isEmpty()) {
            throw new IllegalArgumentException("a phrase without words");
        }
        return phrase;
    }

    /** The places where it occurs. */
    List<Span> spans(List<String> words) {
        List<Span> spans = new ArrayList<>();
        int starts = fromStart ? Math.min(1, words.size()) : words.size();
        for (int start = 0; start < starts; start++) {
            int end = places.get(0).mayBegin(words.get(start)) ? endOf(words, start, 0) : -1;
            if (end >= 0) {
                spans.add(new Span(start, end));
            }
        }
        return spans;
    }

    /** The last word when the phrase from a place on begins exactly here; negative when it does not. */
    private int endOf(List<String> words, int at, int place) {
        for (int last : places.get(place).endsFrom(words, at)) {
            int end = place == places.size() - 1 ? closing(words, last) : afterGap(words, last, place + 1);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int closing(List<String> words, int last) {
        return !toEnd || last == words.size() - 1 ? last : -1;
    }

    private int afterGap(List<String> words, int last, int place) {
        for (int next = last + 1; next <= last + 1 + GAP && next < words.size(); next++) {
            int end = endOf(words, next, place);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** First and last word of an occurrence. */
    record Span(int first, int last) {
        boolean within(Span other) {
            return other.first <= first && last <= other.last;
        }

        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }
    }
}
