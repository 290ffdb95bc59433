package md.portar.core.guard;

import md.portar.core.guard.ConversationContext.Strength;

/** Finds secrets that only the conversation shows: bare values after an announcement or a question, cards in parts. */
final class ContextRules {
    /** How the names of rules end that go by the conversation alone. */
    static final String BY_CONTEXT = ".context";

    private static final int MOST_WORDS = 8;
    private static final int MOST_WORDS_MENTIONED = 5;
    private static final int MOST_WORDS_STRONG = 8;
    private static final long TELLING = Role.STOP.bit
            | Role.NEG.bit
            | Role.WH.bit
            | Role.POSS.bit
            | Role.COPULA.bit
            | Role.PREP.bit
            | Role.AND.bit
            | Role.CLITIC.bit
            | Role.YOU.bit
            | Role.CHANGE.bit
            | Role.USE.bit;

    private final Analysis analysis;
    private final Tokens tokens;
    private final ConversationContext context;
    private final ContextParts parts;

    ContextRules(Analysis analysis, ConversationContext context, ContextParts parts) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.context = context;
        this.parts = parts;
    }

    void apply() {
        allowKnown();
        parts.apply();
        if (context.turnsLeft == 0 || context.strength == Strength.NONE) {
            return;
        }
        seedWords();
        int words = words();
        strongWord(words);
        int most = context.strength == Strength.MENTIONED ? MOST_WORDS_MENTIONED : MOST_WORDS;
        if (words > (context.strength == Strength.ANNOUNCED ? 2 * MOST_WORDS : most)) {
            return;
        }
        numbers();
        if (analysis.hits.isEmpty() && context.expectation != Expectation.REFERENCE) {
            word(words);
        }
    }

    private void allowKnown() {
        if (!context.known.isEmpty()) {
            for (Num number : analysis.numbers) {
                if (context.known.contains(number.digits())) {
                    analysis.hits.removeIf(
                            hit -> hit.start() == number.start() && hit.kind() != SecretKind.CARD_NUMBER);
                }
            }
        }
    }

    /** "Just make it Biscuit_44", some turns after passwords were talked about. */
    private void strongWord(int words) {
        if (context.expects(SecretKind.OTP)
                && context.expectation != Expectation.REFERENCE
                && words <= MOST_WORDS_STRONG
                && analysis.hits.isEmpty()
                && !analysis.mentions(Role.PROMO.bit | Role.REF.bit | Role.LOGIN.bit)) {
            word(Integer.MAX_VALUE);
        }
        long other = Role.PROMO.bit | Role.REF.bit | Role.LOGIN.bit | Role.EMAIL.bit | Role.CODE.bit;
        boolean place = context.expects(SecretKind.PASSWORD) && context.expectation != Expectation.REFERENCE;
        if (place && words <= MOST_WORDS_STRONG && !analysis.mentions(other) && analysis.hits.isEmpty()) {
            word(Integer.MAX_VALUE);
        }
    }

    /** A wallet's words after the wallet's words were the topic. */
    private void seedWords() {
        if (!context.expects(SecretKind.PASSWORD) || !analysis.hits.isEmpty()) {
            return;
        }
        int unknown = 0;
        int grammar = 0;
        boolean sentence = false;
        for (int i = 0; i < tokens.count; i++) {
            boolean word = tokens.is(i, Tokens.WORD);
            unknown += word && !tokens.hasAny(i, TELLING) ? 1 : 0;
            sentence |= word
                    && tokens.hasAny(i, Role.COPULA.bit | Role.POSS.bit | Role.NEG.bit | Role.WH.bit | Role.CLITIC.bit);
            grammar += word && tokens.hasAny(i, TELLING) ? 1 : 0;
        }
        if (unknown >= 6 && unknown + grammar >= 11 && unknown >= grammar && !sentence) {
            analysis.hits.add(Hit.unsure(SecretKind.PASSWORD, "password.seed-context", 0, analysis.text.length));
        }
    }

    private int words() {
        int words = 0;
        for (int i = 0; i < tokens.count; i++) {
            words += tokens.is(i, Tokens.WORD) && !tokens.has(i, Role.NUMERAL) ? 1 : 0;
        }
        return words;
    }

    private void numbers() {
        NumberVetoes vetoes = new NumberVetoes(analysis);
        Qualifiers qualifiers = new Qualifiers(tokens);
        for (Num number : analysis.numbers) {
            boolean part = context.expects(SecretKind.CARD_NUMBER)
                    && number.size() < parts.digits().length();
            boolean free = !part
                    && !isYear(number)
                    && !context.known.contains(number.digits())
                    && !analysis.isTaken(number.first())
                    && !vetoes.apply(number)
                    && !isQualified(number, qualifiers);
            SecretKind kind = free ? kindOf(number) : null;
            if (kind != null) {
                analysis.hit(kind, rule(kind), number.first(), number.last());
            }
        }
    }

    /** "What year is my account, 2015?". */
    private boolean isYear(Num number) {
        boolean asked =
                analysis.mentions(Role.WH.bit | Role.QUANTITY.bit) && analysis.mentions(Role.UNIT.bit | Role.TIME.bit);
        boolean years = number.size() == 4 && number.groups() == 1;
        return years
                && asked
                && (number.digits().startsWith("19") || number.digits().startsWith("20"));
    }

    private boolean isQualified(Num number, Qualifiers qualifiers) {
        for (int n = 1; n <= 3; n++) {
            if (qualifiers.at(number.first() - n) == Qualifier.BENIGN) {
                return true;
            }
        }
        return qualifiers.at(number.last() + 1) == Qualifier.BENIGN;
    }

    private @org.jspecify.annotations.Nullable SecretKind kindOf(Num number) {
        int size = number.size();
        if (context.expectation == Expectation.REFERENCE && !(size == 3 && context.expects(SecretKind.CVV))) {
            return null;
        }
        if (size == 3 && context.expects(SecretKind.CVV)) {
            return SecretKind.CVV;
        }
        if (size >= 4
                && size <= 8
                && context.expects(SecretKind.PIN)
                && (size <= 6 || !context.expects(SecretKind.OTP))) {
            return size > 4 && context.expects(SecretKind.OTP) ? SecretKind.OTP : SecretKind.PIN;
        }
        if (size >= 4 && size <= 10 && context.expects(SecretKind.OTP)) {
            return SecretKind.OTP;
        }
        if (size == 4 && context.expects(SecretKind.CVV) && !context.expects(SecretKind.CARD_NUMBER)) {
            return SecretKind.CVV;
        }
        boolean password = context.expects(SecretKind.PASSWORD) && size >= 4 && context.strength != Strength.MENTIONED;
        return password ? SecretKind.PASSWORD : null;
    }

    private static String rule(SecretKind kind) {
        return switch (kind) {
            case PASSWORD -> "password.context";
            case PIN -> "pin.context";
            case CVV -> "cvv.context";
            case OTP -> "otp.context";
            case CARD_NUMBER -> "card.context";
        };
    }

    /** A message of one word, or a few that are no grammar, in the place where a password or a code was to come. */
    private void word(int words) {
        boolean password = context.expects(SecretKind.PASSWORD);
        if (!password && !context.expects(SecretKind.OTP)) {
            return;
        }
        for (int i = 0; i < tokens.count; i++) {
            if (!tokens.isWordLike(i) || tokens.is(i, Tokens.NUMBER) || analysis.isTaken(i)) {
                continue;
            }
            Value value = Value.at(tokens, i);
            boolean named = tokens.roles[i] == Role.PASSWORD.bit && tokens.is(i, Tokens.MIXED);
            if (value.isStrong() && (tokens.roles[i] == 0 || named || value.lastToken > i)) {
                SecretKind kind = password ? SecretKind.PASSWORD : SecretKind.OTP;
                if (password || value.digits() > 0) {
                    analysis.hits.add(Hit.sure(kind, rule(kind), value.start, value.end));
                }
                return;
            }
            i = value.lastToken;
        }
        if (password && isOddChunk()) {
            analysis.hits.add(Hit.sure(SecretKind.PASSWORD, "password.context", 0, analysis.text.length));
        } else if (password && context.strength != Strength.MENTIONED && isPlainValue(words)) {
            analysis.hits.add(Hit.unsure(SecretKind.PASSWORD, "password.context", 0, analysis.text.length));
        }
    }

    /** A message of one piece with a sign between its letters, or in quotes: "Ardei.Iute". */
    private boolean isOddChunk() {
        int last = tokens.count - 1;
        boolean quoted = tokens.sign(0) == '"' && tokens.sign(last) == '"' && last > 1;
        int from = quoted ? 1 : 0;
        int to = quoted ? last - 1 : last;
        boolean signs = false;
        boolean unknown = false;
        for (int i = from; i <= to; i++) {
            boolean apart = i > from && !tokens.touchesPrevious(i);
            if (apart || tokens.type[i] > Tokens.SIGN) {
                return false;
            }
            unknown |= tokens.isWordLike(i) && tokens.roles[i] == 0;
            signs |= tokens.is(i, Tokens.SIGN);
        }
        return to >= from && unknown && tokens.isWordLike(from) && tokens.isWordLike(to) && (signs || quoted);
    }

    private boolean isPlainValue(int words) {
        int unknown = 0;
        for (int i = 0; i < tokens.count; i++) {
            boolean known = tokens.hasAny(i, TELLING) || tokens.isWordLike(i) && tokens.roles[i] != 0;
            if (tokens.type[i] >= Tokens.MASK
                    || tokens.sign(i) == '?'
                    || known && !tokens.hasAny(i, Role.COPULA.bit | Role.DEM.bit)) {
                return false;
            }
            unknown += tokens.isWordLike(i) && !known ? 1 : 0;
        }
        boolean announced = context.strength == Strength.ANNOUNCED;
        return unknown > 0 && words <= (announced ? 4 : 1) && analysis.text.length >= 4;
    }
}
