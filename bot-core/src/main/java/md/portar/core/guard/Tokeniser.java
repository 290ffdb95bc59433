package md.portar.core.guard;

/** Cuts a folded text into tokens and looks each up, as written or as it was disguised. */
final class Tokeniser {
    static final long SECRETS =
            Role.PASSWORD.bit | Role.PIN.bit | Role.CVV.bit | Role.OTP.bit | Role.CODE.bit | Role.SEED.bit;

    private static final long DISGUISED = SECRETS | Role.COPULA.bit | Role.CARD.bit | Role.SMS.bit;
    private static final int LONGEST_DISGUISE = 24;
    private static final int FEWEST_GLUED_DIGITS = 3;
    private static final int SHORTEST_MERGED = 7;
    private static final int SHORTEST_LEET = 4;

    private final Lexicon lexicon;
    private final NormText text;
    private final char[] chars;
    private final Tokens tokens;
    private final Disguises disguises;

    private Tokeniser(Lexicon lexicon, NormText text) {
        this.lexicon = lexicon;
        this.text = text;
        this.chars = text.chars;
        this.tokens = new Tokens(lexicon, text);
        this.disguises = new Disguises(lexicon, text);
    }

    static Tokens read(Lexicon lexicon, NormText text) {
        Tokeniser tokeniser = new Tokeniser(lexicon, text);
        int i = 0;
        while (i < text.length) {
            i = tokeniser.step(i);
        }
        Phrases.join(lexicon, tokeniser.tokens);
        return tokeniser.tokens;
    }

    private int step(int i) {
        char c = chars[i];
        if (c == ' ') {
            return i + 1;
        }
        if (c == '\n') {
            tokens.add(i, i + 1, Tokens.LINE);
            return i + 1;
        }
        if (c == NormText.MARKER) {
            tokens.add(i, i + 1, Tokens.MARKER);
            return i + 1;
        }
        int link = Links.end(text, i);
        if (link > i) {
            tokens.add(i, link, Tokens.LINK);
            tokens.anyLink = true;
            return link;
        }
        int disguised = disguisedKeyword(i);
        if (disguised > i) {
            return disguised;
        }
        return NormText.isWordChar(c) ? word(i) : sign(i);
    }

    private int sign(int i) {
        int end = i + 1;
        while (chars[i] == '*' && text.at(end) == '*') {
            end++;
        }
        tokens.add(i, end, end - i > 1 ? Tokens.MASK : Tokens.SIGN);
        return end;
    }

    private int word(int start) {
        int end = start;
        int digits = 0;
        int masks = 0;
        while (end < text.length && continuesWord(start, end)) {
            digits += NormText.isDigit(chars[end]) ? 1 : 0;
            masks += chars[end] == 'x' || chars[end] == 'х' ? 1 : 0;
            end++;
        }
        if (digits == end - start) {
            tokens.add(start, end, Tokens.NUMBER);
            tokens.anyDigit = true;
            return end;
        }
        if (masks >= 3 && masks + digits == end - start) {
            tokens.add(start, end, Tokens.MASK);
            return end;
        }
        tokens.anyDigit |= digits > 0;
        if (end - start > 2 && chars[end - 1] == 's' && chars[end - 2] == '\'') {
            named(start, end - 2, Tokens.WORD);
            tokens.roles[tokens.add(end - 1, end, Tokens.WORD)] = Role.COPULA.bit | Role.CLITIC.bit;
            return end;
        }
        int[] parts = digits >= FEWEST_GLUED_DIGITS ? GluedCodes.split(lexicon, chars, start, end) : new int[0];
        if (parts.length == 0) {
            named(start, end, digits > 0 ? Tokens.MIXED : Tokens.WORD);
        }
        int from = start;
        for (int part : parts) {
            if (NormText.isDigit(chars[from])) {
                tokens.add(from, part, Tokens.NUMBER);
            } else {
                named(from, part, Tokens.WORD);
            }
            from = part;
        }
        return end;
    }

    private boolean continuesWord(int start, int i) {
        return NormText.isWordChar(chars[i])
                || chars[i] == '\''
                        && i > start
                        && NormText.isLetter(text.at(i - 1))
                        && NormText.isLetter(text.at(i + 1));
    }

    private void named(int start, int end, byte type) {
        int token = tokens.add(start, end, type);
        int node = lexicon.node(chars, start, end);
        long roles = lexicon.roles(chars, start, end);
        int numeral = node == Trie.NONE ? 0 : lexicon.words().number(node);
        if (roles == 0 && numeral == 0 && end - start >= SHORTEST_MERGED && mergedNumbers(token, start, end)) {
            return;
        }
        if (numeral == 0 && (node == Trie.NONE || lexicon.words().exact(node) == 0) && glued(token, start, end)) {
            return;
        }
        if (roles == 0 && numeral == 0) {
            roles = disguises.roles(start, end, type);
            tokens.anyMistyped |= roles == 0 && lexicon.isMistyped(chars, start, end);
        }
        if (roles == 0 && numeral == 0 && type == Tokens.MIXED && end - start >= SHORTEST_LEET) {
            roles = disguises.leetRoles(start, end);
        }
        tokens.roles[token] = numeral == 0 ? roles : roles | Role.NUMERAL.bit;
        tokens.numeral[token] = numeral;
        tokens.all |= tokens.roles[token];
    }

    /** "douazecisitrei", "двадцатьтри": number words written as one become tokens of their own. */
    private boolean mergedNumbers(int token, int start, int end) {
        int parts = 0;
        for (int i = start; i < end; i = longestNumber(i, end)) {
            if (longestNumber(i, end) == i) {
                return false;
            }
            parts++;
        }
        if (parts < 2) {
            return false;
        }
        int part = token;
        for (int i = start; i < end; ) {
            int next = longestNumber(i, end);
            part = i == start ? token : tokens.add(i, next, Tokens.WORD);
            tokens.end[part] = next;
            tokens.roles[part] = Role.NUMERAL.bit;
            tokens.numeral[part] = lexicon.words().number(lexicon.node(chars, i, next));
            i = next;
        }
        tokens.all |= Role.NUMERAL.bit;
        return true;
    }

    /** "parolameaeflorin22": the keyword, the words after it and the value become tokens of their own. */
    private boolean glued(int token, int start, int end) {
        int[] borders = Glued.split(lexicon, chars, start, end);
        int from = start;
        for (int i = 0; i < borders.length; i++) {
            int part = i == 0 ? token : tokens.add(from, borders[i], Tokens.WORD);
            tokens.end[part] = borders[i];
            tokens.type[part] = typeOf(from, borders[i]);
            tokens.roles[part] = lexicon.roles(chars, from, borders[i]);
            tokens.all |= tokens.roles[part];
            from = borders[i];
        }
        return borders.length > 0;
    }

    private byte typeOf(int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += NormText.isDigit(chars[i]) ? 1 : 0;
        }
        return digits == 0 ? Tokens.WORD : digits == end - start ? Tokens.NUMBER : Tokens.MIXED;
    }

    private int longestNumber(int from, int end) {
        Trie trie = lexicon.words();
        int node = Trie.ROOT;
        int longest = from;
        for (int i = from; i < end && node != Trie.NONE; i++) {
            node = trie.next(node, chars[i]);
            longest = node != Trie.NONE && trie.number(node) != 0 && i - from >= 1 ? i + 1 : longest;
        }
        return longest;
    }

    /** A keyword written with digits or signs for letters ("p@r0la"): adds it and returns its end, else returns the start. */
    private int disguisedKeyword(int start) {
        if (start > 0 && !NormText.isSpace(chars[start - 1])) {
            return start;
        }
        int end = start;
        boolean letter = false;
        boolean cyrillic = false;
        boolean leet = false;
        while (end < text.length
                && end - start <= LONGEST_DISGUISE
                && (NormText.isWordChar(chars[end]) || Leet.isLeet(chars[end]))) {
            letter |= NormText.isLetter(chars[end]);
            cyrillic |= NormText.isCyrillic(chars[end]);
            leet |= Leet.isLeet(chars[end]);
            end++;
        }
        while (end > start && chars[end - 1] == '!') {
            end--;
        }
        if (!leet || !letter || end - start > LONGEST_DISGUISE || end - start < 2) {
            return start;
        }
        char[] read = Leet.read(chars, start, end, cyrillic);
        int node = lexicon.node(read, 0, read.length);
        long roles = node == Trie.NONE ? 0 : lexicon.words().exact(node);
        if ((roles & DISGUISED) == 0) {
            return start;
        }
        int token = tokens.add(start, end, Tokens.MIXED);
        tokens.roles[token] = roles;
        tokens.all |= roles;
        return end;
    }
}
