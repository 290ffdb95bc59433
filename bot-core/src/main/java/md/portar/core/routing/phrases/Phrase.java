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

    private final List<List<List<WordPattern>>> places = new ArrayList<>();
    private boolean fromStart;
    private boolean toEnd;
    private int firstLetters;

    private Phrase() {}

    static Phrase parse(String line) {
        Phrase phrase = new Phrase();
        for (String token : line.trim().split("\\s+")) {
            if ("^".equals(token)) {
                phrase.fromStart = true;
            } else if ("$".equals(token)) {
                phrase.toEnd = true;
            } else {
                phrase.places.add(place(token));
            }
        }
        if (phrase.places.isEmpty()) {
            throw new IllegalArgumentException("a phrase without words");
        }
        for (List<WordPattern> alternative : phrase.places.get(0)) {
            phrase.firstLetters |= alternative.get(0).firstLetter();
        }
        return phrase;
    }

    private static List<List<WordPattern>> place(String token) {
        List<List<WordPattern>> alternatives = new ArrayList<>();
        for (String alternative : token.split("\\|")) {
            boolean exact = alternative.startsWith("=");
            List<WordPattern> words = new ArrayList<>();
            for (String word : (exact ? alternative.substring(1) : alternative).split("_")) {
                words.add(WordPattern.parse(word, exact));
            }
            alternatives.add(words);
        }
        return alternatives;
    }

    /** The places where it occurs. */
    List<Span> spans(List<String> words) {
        List<Span> spans = new ArrayList<>();
        int starts = fromStart ? Math.min(1, words.size()) : words.size();
        for (int start = 0; start < starts; start++) {
            // Most phrases begin with another letter than the word at hand; this saves looking any closer.
            boolean possible =
                    (firstLetters & WordPattern.letter(words.get(start).charAt(0))) != 0;
            int end = possible ? endOf(words, start, 0) : -1;
            if (end >= 0) {
                spans.add(new Span(start, end));
            }
        }
        return spans;
    }

    /** The last word when the phrase from a place on begins exactly here; negative when it does not. */
    private int endOf(List<String> words, int at, int place) {
        for (List<WordPattern> alternative : places.get(place)) {
            int last = lastOf(alternative, words, at);
            if (last < 0) {
                continue;
            }
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

    private static int lastOf(List<WordPattern> alternative, List<String> words, int at) {
        if (at + alternative.size() > words.size()) {
            return -1;
        }
        for (int i = 0; i < alternative.size(); i++) {
            if (!alternative.get(i).matches(words.get(at + i))) {
                return -1;
            }
        }
        return at + alternative.size() - 1;
    }

    /** First and last word of an occurrence. */
    record Span(int first, int last) {
        boolean within(Span other) {
            return other.first <= first && last <= other.last;
        }
    }
}
