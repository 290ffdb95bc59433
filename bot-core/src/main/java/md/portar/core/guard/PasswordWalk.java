package md.portar.core.guard;

/**
 * Reads on from a password keyword to what may be its value: over possessives, adjectives and owners, a copula or a colon, to
 * the first word that is none of these. The links passed on the way and the value's shape give points.
 */
final class PasswordWalk {
    static final int THRESHOLD = 5;

    private static final int REACH = 14;
    private static final int RESUME_REACH = 8;
    private static final long BEFORE_LINK = Role.POSS.bit
            | Role.ADJ.bit
            | Role.OWNER.bit
            | Role.PREP.bit
            | Role.CLITIC.bit
            | Role.SOFT.bit
            | Role.DEM.bit
            | Role.TO.bit
            | Role.USE.bit
            | Role.SAY.bit
            | Role.AS.bit
            | Role.CARD.bit;
    private static final long AFTER_LINK =
            Role.SOFT.bit | Role.DEM.bit | Role.CLITIC.bit | Role.AS.bit | Role.COPULA.bit | Role.POSS.bit;
    private static final long GRAMMAR = BEFORE_LINK & ~Role.OWNER.bit & ~Role.CARD.bit
            | Role.COPULA.bit
            | Role.NEG.bit
            | Role.AND.bit
            | Role.WH.bit
            | Role.STOP.bit
            | Role.ASK.bit
            | Role.YOU.bit
            | Role.FIELD.bit
            | Role.UNIT.bit
            | Role.CHANGE.bit
            | Role.ABOUT.bit
            | Role.ARRIVED.bit
            | Role.VERIFY.bit
            | Role.SMS.bit
            | Role.ERROR.bit
            | Role.REF.bit
            | Role.PROMO.bit
            | Role.LOGIN.bit
            | Role.DOCUMENT.bit
            | Role.POSTAL.bit
            | Role.PHONE.bit;

    private final Analysis analysis;
    private final Tokens tokens;
    private int link;
    private boolean preposition;
    private boolean strongLink;
    private boolean comma;
    private boolean zeroCopula;

    PasswordWalk(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    /** The value of the keyword at this token, or null. */
    @org.jspecify.annotations.Nullable
    Scored read(int keyword) {
        begin(keyword);
        boolean changes = changesBefore(keyword);
        for (int i = keyword + 1; i < tokens.count && i <= keyword + REACH; i++) {
            byte type = tokens.type[i];
            if (type == Tokens.LINE) {
                link = Math.max(link, 4);
            } else if (type == Tokens.SIGN) {
                if (!sign(i)) {
                    return null;
                }
            } else if (type == Tokens.LINK
                    && Links.isMail(analysis.text, tokens.start[i], tokens.end[i])
                    && !strongLink) {
                preposition = false;
            } else if (type > Tokens.MIXED || analysis.isTaken(i)) {
                return null;
            } else if (isSpelled(i)) {
                return new Scored(spelled(i), link + 5, false);
            } else if (!skips(i, changes)) {
                Scored stopped = stopsAt(i);
                int resumed = stopped != null && stopped.points() >= THRESHOLD ? -1 : resumes(i);
                if (resumed < 0) {
                    return stopped;
                }
                i = resumed;
            }
        }
        return null;
    }

    /** A value with its points, and whether it may go on beyond its borders. */
    record Scored(Value value, int points, boolean open) {}

    private void begin(int keyword) {
        boolean cyrillic = NormText.isCyrillic(analysis.text.chars[tokens.start[keyword]]);
        // Without a copula Russian says "the password X"; an oblique case is followed by whose it is instead.
        char ending = analysis.text.chars[tokens.end[keyword] - 1];
        boolean russian = cyrillic && "еюмх".indexOf(ending) < 0 || isTransliterated(keyword);
        zeroCopula = russian;
        link = russian ? 4 : 3;
        preposition = false;
        strongLink = false;
        comma = false;
    }

    /** "parol" in Latin letters is Russian; Romanian has "parola". */
    private boolean isTransliterated(int keyword) {
        return analysis.text.slice(tokens.start[keyword], tokens.end[keyword]).equals("parol");
    }

    private boolean changesBefore(int keyword) {
        for (int i = keyword - 1; i >= Math.max(0, keyword - 6) && tokens.isWordLike(i); i--) {
            if (tokens.has(i, Role.CHANGE)) {
                return true;
            }
        }
        return false;
    }

    private boolean sign(int i) {
        char sign = tokens.sign(i);
        if (sign == ':' || sign == '=') {
            link = 6;
            strongLink = true;
        } else if (sign == '-' || sign == '>' || sign == Folding.PICTOGRAPH || sign == '(') {
            link = Math.max(link, tokens.has(i + 1, Role.CLITIC) ? link : 4);
            strongLink |= sign != '-' && sign != '(';
        } else if (sign == ',' && !comma) {
            comma = true;
            link -= 1;
        } else {
            return "#@_!$&~+'/".indexOf(sign) >= 0;
        }
        return true;
    }

    private boolean skips(int i, boolean changes) {
        long roles = tokens.roles[i];
        if ((roles & Role.NEG.bit) != 0) {
            return false;
        }
        if ((roles & Role.COPULA.bit) != 0) {
            link = Math.max(link, 5);
            strongLink = true;
            preposition = false;
            return true;
        }
        if (changes && (roles & (Role.TO.bit | Role.AS.bit)) != 0) {
            link = Math.max(link, 5);
            preposition = false;
            return true;
        }
        if ((roles & (strongLink ? AFTER_LINK : BEFORE_LINK)) == 0) {
            return false;
        }
        preposition = (roles & Role.PREP.bit) != 0
                || preposition && (roles & (Role.POSS.bit | Role.ADJ.bit | Role.CLITIC.bit)) != 0;
        return true;
    }

    /**
     * After a description the value may still come: "it is only letters: lighthouse", "it's simple, cherry", "the one I set
     * first was tractor". The token to go on after, or -1.
     */
    private int resumes(int i) {
        if (tokens.roles[i] != 0 && !tokens.hasAny(i, Role.STOP.bit | Role.NUMERAL.bit)
                || tokens.hasAny(i, Role.NEG.bit | Role.AND.bit)) {
            return -1;
        }
        for (int k = i; k < tokens.count && k <= i + RESUME_REACH; k++) {
            char sign = tokens.sign(k);
            boolean simple = sign == ',' && tokens.has(k - 1, Role.SIMPLE);
            if (sign == ':'
                    || simple
                    || k > i && tokens.has(k, Role.COPULA) && tokens.is(k, Tokens.WORD) && tokens.length(k) > 1) {
                if (isSpelled(k + 1)) {
                    strongLink = true;
                    return k;
                }
                boolean value = tokens.isWordLike(k + 1) && tokens.roles[k + 1] == 0;
                boolean last = k + 2 >= tokens.count || tokens.is(k + 2, Tokens.SIGN) || tokens.is(k + 2, Tokens.LINE);
                link = Math.max(link, 5);
                strongLink = true;
                return value && last ? k : -1;
            }
            boolean breaks = tokens.is(k, Tokens.SIGN) && sign != '-'
                    || tokens.is(k, Tokens.LINE)
                    || tokens.hasAny(k, Role.NEG.bit | Role.AND.bit | Tokeniser.SECRETS | Role.ERROR.bit);
            if (breaks) {
                return -1;
            }
        }
        return -1;
    }

    private @org.jspecify.annotations.Nullable Scored stopsAt(int i) {
        Value value = Value.at(tokens, i);
        long roles = tokens.roles[i];
        int points = link - (preposition ? 3 : 0);
        if ((roles & Role.PASSWORD.bit) != 0 && !(strongLink && value.letters() > 0)) {
            return null;
        }
        if (value.isStrong() && (roles & ~Role.PASSWORD.bit) == 0) {
            return new Scored(value, points + 4 - (value.isReference() ? 4 : 0), false);
        }
        if (value.isStrong() && value.lastToken > i) {
            return new Scored(value, points + 2, false);
        }
        if ((roles & Role.NUMERAL.bit) != 0 || value.isDigitsOnly()) {
            return numberedPhrase(i, value, points);
        }
        if (isPassphrase(i)) {
            return new Scored(value, points, true);
        }
        return (roles & GRAMMAR) != 0 || !value.isLettersOnly() || value.isMasked() ? null : plain(i, value, points);
    }

    /** Several words after a link, most of which no rule knows, and no denial: what somebody made a passphrase of. */
    private boolean isPassphrase(int first) {
        if (!strongLink && !zeroCopula || tokens.hasAny(first, Role.NEG.bit | Role.WH.bit)) {
            return false;
        }
        int words = 0;
        int unknown = 0;
        for (int i = first; i < tokens.count && tokens.is(i, Tokens.WORD); i++) {
            if (tokens.hasAny(i, Role.NEG.bit | Role.WH.bit | Role.PASSWORD.bit)) {
                return false;
            }
            words++;
            unknown += tokens.roles[i] == 0 ? 1 : 0;
        }
        return words >= 3 && words <= 8 && unknown * 3 >= words * 2;
    }

    /** "three cats on a stove": a number word that counts something that is no unit. */
    private @org.jspecify.annotations.Nullable Scored numberedPhrase(int i, Value value, int points) {
        boolean words = tokens.is(i + 1, Tokens.WORD) && tokens.roles[i + 1] == 0;
        return words && (strongLink || link >= 4) && tokens.is(i, Tokens.WORD) ? new Scored(value, points, true) : null;
    }

    private @org.jspecify.annotations.Nullable Scored plain(int i, Value value, int points) {
        int after = value.lastToken + 1;
        int score = points;
        if (tokens.roles[i] != 0) {
            score -= 1;
        }
        if (value.isCapitalised() && !value.isAllCapitals() || value.hasInnerCapital()) {
            score += 2;
        }
        boolean ends = after >= tokens.count || tokens.is(after, Tokens.SIGN) || tokens.is(after, Tokens.LINE);
        boolean goesOn = tokens.is(after, Tokens.WORD) && tokens.roles[after] == 0;
        score += goesOn && isPassphrase(i) ? 1 : 0;
        boolean denies = tokens.hasAny(after, Role.NEG.bit | Role.WH.bit)
                || tokens.has(after, Role.AND) && (tokens.has(after + 1, Role.NEG) || tokens.has(after + 2, Role.NEG));
        if (tokens.sign(after) == '?' && !value.isCapitalised()) {
            score -= 1;
        } else if (denies) {
            score += zeroCopula ? 1 : 2;
        } else if (ends || tokens.hasAny(after, Role.AND.bit | Role.DEM.bit)) {
            score += 1;
        }
        if (tokens.roles[i] == 0 && tokens.lexicon.isPredicative(analysis.text.chars, tokens.start[i], tokens.end[i])) {
            score -= 2;
        }
        if (tokens.hasAny(after, Role.SPELLING.bit) || tokens.hasAny(after + 1, Role.SPELLING.bit)) {
            score += 2;
        }
        return new Scored(value, score, goesOn);
    }

    private boolean isLetter(int i) {
        return tokens.is(i, Tokens.WORD) && tokens.length(i) == 1;
    }

    /** Three or more letters one by one. */
    private boolean isSpelled(int i) {
        int second = tokens.is(i + 1, Tokens.SIGN) ? i + 2 : i + 1;
        int third = tokens.is(second + 1, Tokens.SIGN) ? second + 2 : second + 1;
        return isLetter(i) && isLetter(second) && isLetter(third) && !tokens.has(i, Role.COPULA);
    }

    private Value spelled(int first) {
        int last = first;
        int next = first;
        while (isLetter(next)) {
            last = next;
            next = tokens.is(next + 1, Tokens.SIGN) && isLetter(next + 2) ? next + 2 : next + 1;
        }
        return Value.between(tokens, first, last);
    }
}
