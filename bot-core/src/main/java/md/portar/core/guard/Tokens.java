package md.portar.core.guard;

import java.util.Arrays;

/** The words, numbers and signs of a text, as parallel arrays: one object a message instead of one a word. */
final class Tokens {
    static final byte WORD = 0;
    static final byte NUMBER = 1;
    /** Letters and digits in one run. */
    static final byte MIXED = 2;

    static final byte SIGN = 3;
    static final byte LINE = 4;
    static final byte MASK = 5;
    static final byte MARKER = 6;
    /** A web or e-mail address, or a bank account number: opaque to the other rules. */
    static final byte LINK = 7;

    final Lexicon lexicon;
    final NormText text;
    int count;
    int[] start;
    int[] end;
    byte[] type;
    long[] roles;
    /** Number word entry of each token, 0 when it is none. */
    int[] numeral;
    /** All roles of all tokens together, to leave early. */
    long all;

    boolean anyDigit;
    boolean anyLink;
    /** Whether a keyword was typed with the keyboard set to the other alphabet. */
    boolean anyMistyped;

    Tokens(Lexicon lexicon, NormText text) {
        this.lexicon = lexicon;
        this.text = text;
        int room = text.length / 3 + 8;
        start = new int[room];
        end = new int[room];
        type = new byte[room];
        roles = new long[room];
        numeral = new int[room];
    }

    int add(int from, int to, byte kind) {
        if (count == start.length) {
            int room = count * 2;
            start = Arrays.copyOf(start, room);
            end = Arrays.copyOf(end, room);
            type = Arrays.copyOf(type, room);
            roles = Arrays.copyOf(roles, room);
            numeral = Arrays.copyOf(numeral, room);
        }
        start[count] = from;
        end[count] = to;
        type[count] = kind;
        return count++;
    }

    boolean has(int index, Role role) {
        return index >= 0 && index < count && (roles[index] & role.bit) != 0;
    }

    boolean hasAny(int index, long mask) {
        return index >= 0 && index < count && (roles[index] & mask) != 0;
    }

    /** The English article, which has no role of its own. */
    boolean isThe(int i) {
        return is(i, WORD) && length(i) == 3 && text.slice(start[i], end[i]).equals("the");
    }

    boolean isWordLike(int index) {
        return index >= 0 && index < count && type[index] <= MIXED;
    }

    char sign(int index) {
        return index >= 0 && index < count && type[index] == SIGN ? text.chars[start[index]] : '\0';
    }

    boolean is(int index, byte kind) {
        return index >= 0 && index < count && type[index] == kind;
    }

    int length(int index) {
        return end[index] - start[index];
    }

    /** Whether nothing, not even a space, stands between a token and the one before. */
    boolean touchesPrevious(int index) {
        return index > 0 && index < count && start[index] == end[index - 1];
    }
}
