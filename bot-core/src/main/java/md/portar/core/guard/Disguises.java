package md.portar.core.guard;

/** Looks an unknown word up as what it may stand for: letters of another alphabet, digits for letters, slips, letters typed twice. */
final class Disguises {
    private static final int LONGEST = 24;
    private static final int SHORTEST_DOUBLED = 4;

    private final Lexicon lexicon;
    private final char[] chars;

    Disguises(Lexicon lexicon, char[] chars) {
        this.lexicon = lexicon;
        this.chars = chars;
    }

    long roles(int start, int end, byte type) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int i = start; i < end; i++) {
            latin |= chars[i] >= 'a' && chars[i] <= 'z';
            cyrillic |= NormText.isCyrillic(chars[i]);
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

    /** "m3rge", "v0sstanovil": an ordinary word in disguise is as ordinary. */
    long leetRoles(int start, int end) {
        boolean cyrillic = NormText.isCyrillic(chars[start]) || NormText.isCyrillic(chars[end - 1]);
        char[] read = Leet.read(chars, start, end, cyrillic);
        int node = lexicon.node(read, 0, read.length);
        return node == Trie.NONE ? 0 : lexicon.words().exact(node) & ~Tokeniser.SECRETS;
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
