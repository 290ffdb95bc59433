package md.portar.core.guard;

/** Looks an unknown word up as what it may stand for: letters of another alphabet, digits for letters, slips, letters typed twice. */
final class Disguises {
    private static final int LONGEST = 24;
    private static final int SHORTEST_DOUBLED = 4;

    private final Lexicon lexicon;
    private final NormText text;
    private final char[] chars;

    Disguises(Lexicon lexicon, NormText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.chars = text.chars;
    }

    long roles(int start, int end, byte type) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int i = start; i < end; i++) {
            latin |= chars[i] >= 'a' && chars[i] <= 'z';
            cyrillic |= NormText.isCyrillic(chars[i]);
        }
        if (latin && !cyrillic && end - start <= LONGEST) {
            long drawn = drawnRoles(start, end);
            if (drawn != 0) {
                return drawn;
            }
        }
        if (cyrillic && end - start <= LONGEST) {
            char[] plain = Confusables.toLatin(chars, start, end);
            long roles = lexicon.roles(plain, 0, plain.length);
            if ((roles & Tokeniser.SECRETS) == 0) {
                char[] other = Confusables.toCyrillic(chars, start, end);
                long otherRoles = lexicon.roles(other, 0, other.length);
                boolean better = roles == 0 || (otherRoles & Tokeniser.SECRETS) != 0;
                plain = better ? other : plain;
                roles = better ? otherRoles : roles;
            }
            if (roles == 0 && latin) {
                roles = lexicon.rolesOfSlip(plain, 0, plain.length);
            }
            if (roles == 0 && latin) {
                char[] sounds = Confusables.toCyrillicBySound(chars, start, end);
                roles = lexicon.roles(sounds, 0, sounds.length);
            }
            if (roles != 0 && (latin || (roles & Tokeniser.SECRETS) != 0)) {
                return roles;
            }
        }
        return type == Tokens.WORD ? slipRoles(start, end) : 0;
    }

    /** "napoJIb", "CBB": a Cyrillic keyword drawn with Latin letters, which takes capitals where none belong. */
    private long drawnRoles(int start, int end) {
        if (!isOddlyWritten(start, end)) {
            return 0;
        }
        char[] drawn = Confusables.drawn(chars, start, end);
        long roles = exactRoles(drawn) & (Tokeniser.SECRETS | Role.CARD.bit);
        if (roles == 0 && drawn[drawn.length - 1] == 'в') {
            drawn[drawn.length - 1] = 'ь';
            roles = exactRoles(drawn) & Tokeniser.SECRETS;
        }
        return roles;
    }

    /** A capital behind the first letter. */
    private boolean isOddlyWritten(int start, int end) {
        boolean odd = false;
        for (int i = start + 1; i < end; i++) {
            odd |= text.isUpper(i);
        }
        return odd;
    }

    private long exactRoles(char[] word) {
        int node = lexicon.node(word, 0, word.length);
        return node == Trie.NONE ? 0 : lexicon.words().exact(node);
    }

    /** "m3rge", "v0sstanovil": an ordinary word in disguise is as ordinary. */
    long leetRoles(int start, int end) {
        boolean cyrillic = NormText.isCyrillic(chars[start]) || NormText.isCyrillic(chars[end - 1]);
        char[] read = Leet.read(chars, start, end, cyrillic);
        long roles = exactRoles(read);
        for (int i = start; i < end && roles == 0; i++) {
            read[i - start] = chars[i] == '1' && !cyrillic ? 'i' : read[i - start];
            roles = exactRoles(read);
        }
        if (roles == 0 && !cyrillic && isOddlyWritten(start, end)) {
            roles = exactRoles(Confusables.drawn(chars, start, end));
        }
        return roles & ~Tokeniser.SECRETS;
    }

    private boolean hasDouble(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (chars[i] == chars[i - 1]) {
                return true;
            }
        }
        return false;
    }

    /** A long keyword with a slip or two, or any keyword with letters typed twice. */
    private long slipRoles(int start, int end) {
        long roles = lexicon.rolesOfSlip(chars, start, end);
        if (roles != 0 || end - start > LONGEST || end - start < SHORTEST_DOUBLED) {
            return roles;
        }
        if (!hasDouble(start, end)) {
            return 0;
        }
        char[] single = new char[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (i == start || chars[i] != chars[i - 1]) {
                single[length++] = chars[i];
            }
        }
        long found = length < end - start && length >= SHORTEST_DOUBLED - 1 ? lexicon.roles(single, 0, length) : 0;
        return (found & Tokeniser.SECRETS) == 0 ? 0 : found;
    }
}
