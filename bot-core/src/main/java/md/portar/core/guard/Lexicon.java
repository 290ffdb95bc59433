package md.portar.core.guard;

import java.util.List;

/** The words the rules know, of all languages together. Immutable after loading, shared by all threads. */
final class Lexicon {
    private final Trie words;
    private final Typos typos;
    private final List<String> tails;

    Lexicon(Trie words, List<LexiconReader.Tolerant> tolerant, List<String> tails) {
        this.words = words;
        this.typos = new Typos(tolerant);
        this.tails = tails;
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
        for (String tail : tails) {
            int from = end - tail.length();
            if (from > start + 1 && endsWith(chars, from, tail)) {
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

    Trie words() {
        return words;
    }
}
