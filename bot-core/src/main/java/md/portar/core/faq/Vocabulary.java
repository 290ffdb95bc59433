package md.portar.core.faq;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.message.Language;

/**
 * Words that mean the same in several languages ({@code bani, деньги, money}), by their sound and, where a stem is not
 * shared between concepts, by their stem: the lexical stand-in for a multilingual embedding.
 */
final class Vocabulary {
    static final int NONE = -1;

    private final Map<String, Integer> bySound = new HashMap<>();
    private final Map<String, Integer> byStem = new HashMap<>();
    private int size;

    static Vocabulary empty() {
        return new Vocabulary();
    }

    /** Makes a vocabulary of concepts; a word that two of them claim stays with the first. */
    static Vocabulary of(Map<String, Map<Language, List<String>>> wordsByConcept) {
        Vocabulary vocabulary = new Vocabulary();
        for (Map<Language, List<String>> words : wordsByConcept.values()) {
            vocabulary.add(words.values().stream().flatMap(List::stream).toList());
        }
        return vocabulary;
    }

    private void add(List<String> words) {
        int id = size++;
        for (String word : words) {
            for (String folded : Fold.words(word)) {
                String sound = Sound.of(folded);
                bySound.putIfAbsent(sound, id);
                byStem.merge(Stem.of(sound), id, (old, now) -> old.equals(now) ? old : NONE);
            }
        }
    }

    /** The concept of a word, or {@link #NONE}. */
    int conceptOf(String sound, String stem) {
        Integer exact = bySound.get(sound);
        return exact != null ? exact : byStem.getOrDefault(stem, NONE);
    }

    boolean knows(String sound) {
        return bySound.containsKey(sound);
    }
}
