package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * One place of a phrase: any of several alternatives, each one or more words with nothing in between. Alternatives are kept by
 * their first letter, since most begin with another one than the word at hand. Immutable and thread-safe.
 */
final class PhrasePlace {
    private static final int LETTERS = 27;

    private final List<List<List<WordPattern>>> byLetter = new ArrayList<>();
    private int firstLetters;

    private PhrasePlace() {
        for (int i = 0; i < LETTERS; i++) {
            byLetter.add(new ArrayList<>());
        }
    }

    /** Reads {@code one|two_words|=exact|@class}. */
    static PhrasePlace parse(String token, WordClasses classes) {
        PhrasePlace place = new PhrasePlace();
        for (String alternative : classes.expand(token)) {
            boolean exact = alternative.startsWith("=");
            List<WordPattern> words = new ArrayList<>();
            for (String word : (exact ? alternative.substring(1) : alternative).split("_")) {
                words.add(WordPattern.parse(word, exact));
            }
            int letter = words.get(0).firstLetter();
            place.firstLetters |= letter;
            place.byLetter.get(Integer.numberOfTrailingZeros(letter)).add(words);
        }
        return place;
    }

    /** Whether something may begin with the word; cheap, and never wrongly false. */
    boolean mayBegin(String word) {
        return (firstLetters & WordPattern.letter(word.charAt(0))) != 0;
    }

    /** The last words of the alternatives that begin exactly here. */
    List<Integer> endsFrom(List<String> words, int at) {
        List<Integer> ends = new ArrayList<>(1);
        int letter = WordPattern.letter(words.get(at).charAt(0));
        for (List<WordPattern> alternative : byLetter.get(Integer.numberOfTrailingZeros(letter))) {
            int last = at + alternative.size() - 1;
            if (last < words.size() && !ends.contains(last) && matches(alternative, words, at)) {
                ends.add(last);
            }
        }
        return ends;
    }

    /** Everywhere it occurs. */
    List<Phrase.Span> spans(List<String> words) {
        List<Phrase.Span> spans = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            for (int end : endsFrom(words, at)) {
                spans.add(new Phrase.Span(at, end));
            }
        }
        return spans;
    }

    private static boolean matches(List<WordPattern> alternative, List<String> words, int at) {
        for (int i = 0; i < alternative.size(); i++) {
            if (!alternative.get(i).matches(words.get(at + i))) {
                return false;
            }
        }
        return true;
    }
}
