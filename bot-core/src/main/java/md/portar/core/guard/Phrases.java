package md.portar.core.guard;

/** Joins the words of a known phrase, and the letters of a keyword typed with gaps, into one token. */
final class Phrases {
    private static final int FEWEST_LETTERS = 3;

    private Phrases() {}

    static void join(Lexicon lexicon, Tokens tokens) {
        int kept = 0;
        int i = 0;
        while (i < tokens.count) {
            int last = tokens.type[i] == Tokens.WORD ? lastOfPhrase(lexicon, tokens, i) : i;
            long roles = last > i ? phraseRoles(lexicon, tokens, i, last) : tokens.roles[i];
            if (last == i && isSingleLetter(tokens, i)) {
                last = lastOfSpelled(lexicon, tokens, i);
                roles = last > i ? spelledRoles(lexicon, tokens, i, last) : roles;
            }
            tokens.start[kept] = tokens.start[i];
            tokens.end[kept] = tokens.end[last];
            tokens.type[kept] = tokens.type[i];
            tokens.numeral[kept] = last == i ? tokens.numeral[i] : 0;
            tokens.roles[kept] = roles;
            tokens.all |= roles;
            kept++;
            i = last + 1;
        }
        tokens.count = kept;
    }

    private static int lastOfPhrase(Lexicon lexicon, Tokens tokens, int first) {
        Trie trie = lexicon.words();
        int node = lexicon.node(tokens.text.chars, tokens.start[first], tokens.end[first]);
        int last = first;
        int i = first;
        while (node != Trie.NONE) {
            node = trie.next(node, ' ');
            i = node == Trie.NONE ? i : nextWord(tokens, i);
            if (node == Trie.NONE || i < 0) {
                break;
            }
            for (int k = tokens.start[i]; k < tokens.end[i] && node != Trie.NONE; k++) {
                node = trie.next(node, tokens.text.chars[k]);
                if (node != Trie.NONE && trie.prefix(node) != 0) {
                    last = i;
                }
            }
            if (node != Trie.NONE && trie.exact(node) != 0) {
                last = i;
            }
        }
        return last;
    }

    private static int nextWord(Tokens tokens, int i) {
        int next = tokens.sign(i + 1) == '-' ? i + 2 : i + 1;
        return tokens.isWordLike(next) ? next : -1;
    }

    private static long phraseRoles(Lexicon lexicon, Tokens tokens, int first, int last) {
        StringBuilder phrase = new StringBuilder();
        for (int i = first; i <= last; i++) {
            if (tokens.isWordLike(i)) {
                phrase.append(phrase.isEmpty() ? "" : " ").append(tokens.text.slice(tokens.start[i], tokens.end[i]));
            }
        }
        char[] chars = phrase.toString().toCharArray();
        return lexicon.roles(chars, 0, chars.length);
    }

    private static boolean isSingleLetter(Tokens tokens, int i) {
        return tokens.is(i, Tokens.WORD) && tokens.length(i) == 1;
    }

    private static int nextLetter(Tokens tokens, int i) {
        boolean gap = tokens.sign(i + 1) == '-' || tokens.sign(i + 1) == '.' || tokens.sign(i + 1) == '_';
        int next = gap || tokens.is(i + 1, Tokens.LINE) ? i + 2 : i + 1;
        return isSingleLetter(tokens, next) ? next : -1;
    }

    /** The last letter of the longest keyword spelled from here, or the first when there is none. */
    private static int lastOfSpelled(Lexicon lexicon, Tokens tokens, int first) {
        Trie trie = lexicon.words();
        int node = trie.next(Trie.ROOT, tokens.text.chars[tokens.start[first]]);
        int last = first;
        int letters = 1;
        for (int i = nextLetter(tokens, first); i > 0 && node != Trie.NONE; i = nextLetter(tokens, i)) {
            node = trie.next(node, tokens.text.chars[tokens.start[i]]);
            letters++;
            if (node != Trie.NONE
                    && letters >= FEWEST_LETTERS
                    && isSpelled(trie.exact(node) | trie.prefix(node), letters)) {
                last = i;
            }
        }
        return last;
    }

    private static boolean isSpelled(long roles, int letters) {
        long longer = Role.VERIFY.bit | Role.CARD.bit | Role.SMS.bit | Role.BACKSIDE.bit;
        return (roles & (letters > FEWEST_LETTERS ? longer | Tokeniser.SECRETS : Tokeniser.SECRETS)) != 0;
    }

    private static long spelledRoles(Lexicon lexicon, Tokens tokens, int first, int last) {
        StringBuilder word = new StringBuilder();
        for (int i = first; i > 0 || i == first; i = nextLetter(tokens, i)) {
            word.append(tokens.text.chars[tokens.start[i]]);
            if (i == last) {
                break;
            }
        }
        char[] chars = word.toString().toCharArray();
        return lexicon.roles(chars, 0, chars.length);
    }
}
