package md.portar.core.guard;

/**
 * Takes apart a keyword, the small words after it and the value when they were typed without spaces: "parolameaeflorin22",
 * "mypinis4821". Small words or digits must show that this is no other long word.
 */
final class Glued {
    private static final long LINK = Role.POSS.bit | Role.COPULA.bit;
    private static final int SHORTEST = 7;
    private static final int LONGEST = 48;
    private static final int SHORTEST_KEYWORD = 3;
    private static final int SHORTEST_VALUE = 3;

    private final Lexicon lexicon;
    private final char[] chars;
    private final int end;
    private final int[] borders = new int[8];
    private int parts;
    private boolean keyword;
    private int linkLetters;

    private Glued(Lexicon lexicon, char[] chars, int end) {
        this.lexicon = lexicon;
        this.chars = chars;
        this.end = end;
    }

    /** Where each part ends, or an empty array when this is one word. */
    static int[] split(Lexicon lexicon, char[] chars, int start, int end) {
        if (end - start < SHORTEST || end - start > LONGEST) {
            return new int[0];
        }
        return new Glued(lexicon, chars, end).read(start);
    }

    private int[] read(int start) {
        int at = start;
        while (parts < borders.length - 1) {
            int next = longest(at, keyword ? LINK : LINK | Tokeniser.SECRETS);
            if (next == at) {
                break;
            }
            borders[parts++] = next;
            at = next;
        }
        if (!keyword || at < end && !isValue(at) || parts < 2 && linkLetters == 0 && at == end) {
            return new int[0];
        }
        if (at < end) {
            borders[parts++] = end;
        }
        return parts < 2 ? new int[0] : java.util.Arrays.copyOf(borders, parts);
    }

    private boolean isValue(int at) {
        int letters = 0;
        for (int i = at; i < end; i++) {
            letters += NormText.isLetter(chars[i]) ? 1 : 0;
        }
        boolean digits = letters < end - at;
        return end - at >= SHORTEST_VALUE && (linkLetters >= 2 || digits && (letters >= 3 || linkLetters > 0));
    }

    /** The end of the longest word with one of these roles that begins here; the keyword comes once. */
    private int longest(int from, long roles) {
        Trie trie = lexicon.words();
        int node = Trie.ROOT;
        int longest = from;
        long found = 0;
        for (int i = from; i < end && node != Trie.NONE; i++) {
            node = trie.next(node, chars[i]);
            long exact = node == Trie.NONE ? 0 : trie.exact(node) & roles;
            boolean fits = (exact & Tokeniser.SECRETS) != 0
                    ? i - from >= SHORTEST_KEYWORD - 1
                    : exact != 0 && (i > from || keyword);
            if (fits) {
                longest = i + 1;
                found = exact;
            }
        }
        if ((found & Tokeniser.SECRETS) != 0) {
            keyword = true;
        } else if (keyword) {
            linkLetters += longest - from;
        }
        return longest;
    }
}
