package md.portar.core.guard;

import java.util.List;

/** The words the rules know, of all languages together. Immutable after loading, shared by all threads. */
final class Lexicon {
    private static final int SHORTEST_GENITIVE = 6;

    private final Trie words;
    private final Trie mistyped;
    private final Typos typos;
    private final List<String> tails;
    private final List<String> agreeing;
    private final List<String> genitives;

    Lexicon(Trie words, Trie mistyped, List<LexiconReader.Tolerant> tolerant, LexiconReader.Endings endings) {
        this.words = words;
        this.mistyped = mistyped;
        this.typos = new Typos(tolerant);
        this.tails = endings.tails();
        this.agreeing = endings.agreeing();
        this.genitives = endings.genitives();
    }

    /** The trie's node where this word ends, or {@link Trie#NONE}. Apostrophes inside are not part of a word. */
    int node(char[] chars, int start, int end) {
        int node = Trie.ROOT;
        for (int i = start; i < end && node != Trie.NONE; i++) {
            node = chars[i] == '\'' ? node : words.next(node, chars[i]);
        }
        return node;
    }

    /** What a word can be: its own entry together with that of its longest known beginning. */
    long roles(char[] chars, int start, int end) {
        int node = Trie.ROOT;
        long inherited = 0;
        for (int i = start; i < end; i++) {
            if (chars[i] == '\'') {
                continue;
            }
            node = words.next(node, chars[i]);
            if (node == Trie.NONE) {
                return inherited;
            }
            inherited = words.prefix(node) != 0 ? words.prefix(node) : inherited;
        }
        return words.exact(node) | inherited;
    }

    /** Roles of a long keyword that this unknown word is a slip of; 0 when it is none. */
    long rolesOfSlip(char[] chars, int start, int end) {
        return typos.roles(chars, start, end);
    }

    /** Whether an unknown word ends as those do that describe or act: "…ing", "…ется", "…eaza". */
    boolean isPredicative(char[] chars, int start, int end) {
        return endsWithAny(tails, chars, start, end);
    }

    /** Whether an unknown word ends as those do that go with a keyword: adjectives in its gender, genitives, plurals. */
    boolean mayAgree(char[] chars, int start, int end) {
        return endsWithAny(agreeing, chars, start, end);
    }

    /** Whether an unknown word ends as nouns do that say whose something is: "the code of the branch". */
    boolean isGenitive(char[] chars, int start, int end) {
        return end - start >= SHORTEST_GENITIVE && endsWithAny(genitives, chars, start, end);
    }

    private static boolean endsWithAny(List<String> endings, char[] chars, int start, int end) {
        for (String ending : endings) {
            int from = end - ending.length();
            if (from > start + 1 && endsWith(chars, from, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(char[] chars, int from, String tail) {
        for (int i = 0; i < tail.length(); i++) {
            if (chars[from + i] != tail.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is a keyword typed with the keyboard set to the other alphabet. */
    boolean isMistyped(char[] chars, int start, int end) {
        int node = Trie.ROOT;
        for (int i = start; i < end && node != Trie.NONE; i++) {
            node = mistyped.next(node, chars[i]);
        }
        return node != Trie.NONE && mistyped.exact(node) != 0;
    }

    Trie words() {
        return words;
    }
}
