package md.portar.core.guard;

/**
 * Finds what can hardly be anything but a password although nothing calls it one: "I always use Lavender&amp;Mint4 and you say
 * incorrect". The shape must be blatant and the message about getting in.
 */
final class StrayValues {
    private static final String HARD_SIGNS = "#!$%&*+^~";
    private static final int FEWEST_LETTERS = 4;
    private static final int BESIDE = 3;
    private static final long ENTRY =
            Role.VERIFY.bit | Role.LOGIN.bit | Role.PASSWORD.bit | Role.WRONG.bit | Role.OWNER.bit | Role.CHANGE.bit;
    private static final long OTHER = Role.PROMO.bit
            | Role.REF.bit
            | Role.ERROR.bit
            | Role.SPORT.bit
            | Role.POSTAL.bit
            | Role.DOCUMENT.bit
            | Role.LOGIN.bit
            | Role.EMAIL.bit;
    private static final long TYPED = Role.USE.bit | Role.CHANGE.bit;

    private final Analysis analysis;
    private final Tokens tokens;

    private StrayValues(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        if (analysis.tokens.anyDigit && analysis.mentions(ENTRY) && !analysis.mentions(Role.PROMO.bit)) {
            new StrayValues(analysis).scan();
        }
    }

    private void scan() {
        for (int i = 0; i < tokens.count; i++) {
            if (!tokens.isWordLike(i)
                    || tokens.touchesPrevious(i) && tokens.sign(i - 1) != '"'
                    || analysis.isTaken(i)) {
                continue;
            }
            Value value = Value.at(tokens, i);
            if (isBlatant(value) && isPlaced(value)) {
                analysis.hits.add(Hit.sure(SecretKind.PASSWORD, "password.blatant", value.start, value.end));
                analysis.take(value.firstToken, value.lastToken);
            }
            i = Math.max(i, value.lastToken);
        }
    }

    private boolean isBlatant(Value value) {
        if (!value.isStrong() || value.digits() == 0 || value.letters() < FEWEST_LETTERS || value.isReference()) {
            return false;
        }
        for (int i = value.firstToken; i <= value.lastToken; i++) {
            if (tokens.type[i] > Tokens.SIGN || tokens.hasAny(i, OTHER | Tokeniser.SECRETS) || analysis.isTaken(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlaced(Value value) {
        boolean typed = false;
        for (int i = value.firstToken - 1; i >= value.firstToken - BESIDE; i--) {
            if (tokens.hasAny(i, OTHER) && !tokens.has(i + 1, Role.AND)) {
                return false;
            }
            typed |= tokens.hasAny(i, TYPED) && tokens.is(i, Tokens.WORD);
        }
        if (hasHardSign(value) || isNameWithDigits(value)) {
            return true;
        }
        boolean refused = analysis.mentions(Role.WRONG.bit | Role.NEG.bit);
        boolean signed = value.lastToken > value.firstToken && value.isCapitalised();
        boolean entered = tokens.has(value.firstToken - 1, Role.USE) && analysis.mentions(Role.VERIFY.bit);
        return typed && refused && (signed || entered);
    }

    /** "I am sure it was Daisy77, why wrong": a name with digits, where getting in is refused. */
    private boolean isNameWithDigits(Value value) {
        boolean name = value.firstToken == value.lastToken
                && tokens.is(value.firstToken, Tokens.MIXED)
                && analysis.text.isUpper(value.start)
                && !value.isAllCapitals()
                && NormText.isDigit(analysis.text.chars[value.end - 1]);
        boolean told =
                analysis.mentions(TYPED | Role.COPULA.bit) && analysis.mentions(Role.VERIFY.bit | Role.WRONG.bit);
        boolean refused = analysis.mentions(Role.WRONG.bit | Role.NEG.bit);
        long named = Role.THING.bit | Role.APP.bit | Role.PLACE.bit | Role.SPORT.bit | Role.PHONE.bit;
        return name && told && refused && !tokens.hasAny(value.firstToken - 1, named);
    }

    private boolean hasHardSign(Value value) {
        for (int i = value.start + 1; i < value.end; i++) {
            if (HARD_SIGNS.indexOf(analysis.text.chars[i]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
