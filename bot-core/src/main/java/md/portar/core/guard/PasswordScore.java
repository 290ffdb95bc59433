package md.portar.core.guard;

import org.jspecify.annotations.Nullable;

/** Gives points to what stands where a password would: for the link that leads to it, its shape and what follows it. */
final class PasswordScore {
    /** Points from which on something is taken for a password. */
    static final int THRESHOLD = 5;

    private static final int LONGEST_PHRASE = 8;
    private static final long GRAMMAR = Role.POSS.bit
            | Role.ADJ.bit
            | Role.PREP.bit
            | Role.CLITIC.bit
            | Role.SOFT.bit
            | Role.DEM.bit
            | Role.TO.bit
            | Role.USE.bit
            | Role.SAY.bit
            | Role.AS.bit
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
            | Role.ARRIVED.bit
            | Role.VERIFY.bit
            | Role.SMS.bit
            | Role.ERROR.bit
            | Role.WRONG.bit
            | Role.SPELLING.bit
            | Role.REF.bit
            | Role.PROMO.bit
            | Role.LOGIN.bit
            | Role.DOCUMENT.bit
            | Role.POSTAL.bit
            | Role.PHONE.bit;

    private final Analysis analysis;
    private final Tokens tokens;

    PasswordScore(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    /** A value with its points, and whether it may go on beyond its borders. */
    record Scored(Value value, int points, boolean open) {}

    /** How the walk came to a value. */
    static final class Link {
        /** Token of the keyword. */
        int keyword;

        int points;
        /** Whether a colon or a copula was passed. */
        boolean strong;
        /** Whether a preposition came last, so that the value may be a place or a person. */
        boolean preposition;
        /** Russian says "the password X" without a copula. */
        boolean zeroCopula;
        /** Whether it is to be changed. */
        boolean changes;
        /** "Which password": what follows describes it. */
        boolean asked;
        /** "Reset the password for the account X". */
        boolean ofAccount;
        /** A login or an address came before, so that the keyword is a label. */
        boolean label;
    }

    @Nullable
    Scored at(int i, Link link) {
        Value value = Value.at(tokens, i);
        long roles = tokens.roles[i];
        int points = link.points - (link.preposition ? 3 : 0);
        if ((roles & Role.PASSWORD.bit) != 0 && !(link.strong && value.letters() > 0)) {
            return null;
        }
        boolean told = link.strong && tokens.is(i, Tokens.MIXED);
        if (value.isStrong() && ((roles & ~Role.PASSWORD.bit) == 0 || told)) {
            if (link.ofAccount || isAccountName(i, link)) {
                analysis.take(value.firstToken, value.lastToken);
                return null;
            }
            return new Scored(value, points + 4 - (value.isReference() ? 4 : 0), false);
        }
        if (value.isStrong() && value.lastToken > i) {
            return new Scored(value, points + 2, false);
        }
        if ((roles & Role.NUMERAL.bit) != 0 && isPassphrase(i, link)) {
            return new Scored(value, points, true);
        }
        if ((roles & Role.NUMERAL.bit) != 0 || value.isDigitsOnly()) {
            return numberedPhrase(i, value, link, points);
        }
        if (isPassphrase(i, link)) {
            return new Scored(value, points, true);
        }
        if (link.asked && !link.strong || !value.isLettersOnly() || value.isMasked()) {
            return null;
        }
        boolean labelled = link.label && tokens.sign(i - 1) == ':' && endsAt(value.lastToken + 1);
        return (roles & GRAMMAR) != 0 && !labelled ? null : plain(i, value, link, points);
    }

    /** "The password of user tiger88", "parola pentru contul tiger88"; but not "the password from the account X". */
    private boolean isAccountName(int i, Link link) {
        if (link.strong || i - 1 <= link.keyword) {
            return false;
        }
        boolean account = tokens.has(i - 1, Role.OWNER) && tokens.has(i - 1, Role.PLACE);
        boolean from = i - 2 > link.keyword
                && !tokens.hasAny(i - 2, Role.TO.bit)
                && tokens.has(i - 2, Role.PREP)
                && !isFor(i - 2);
        return tokens.has(i - 1, Role.LOGIN) || account && !from;
    }

    private boolean isFor(int i) {
        String word = analysis.text.slice(tokens.start[i], tokens.end[i]);
        return word.equals("for") || word.equals("pentru") || word.equals("pt") || word.equals("для");
    }

    /** Several words after a link, most of which no rule knows, and no denial: what somebody made a passphrase of. */
    private boolean isPassphrase(int first, Link link) {
        boolean quoted = tokens.sign(first - 1) == ':' || link.strong && tokens.has(first - 1, Role.COPULA);
        if (!link.strong && !link.zeroCopula || tokens.has(first, Role.NEG) || tokens.has(first, Role.WH) && !quoted) {
            return false;
        }
        int words = 0;
        int unknown = 0;
        int end = first;
        for (int i = first; i < tokens.count && tokens.is(i, Tokens.WORD); i++) {
            if (tokens.hasAny(i, Role.NEG.bit | Role.PASSWORD.bit) || tokens.has(i, Role.WH) && i > first) {
                return false;
            }
            words++;
            end = i + 1;
            unknown += tokens.roles[i] == 0 ? 1 : 0;
        }
        if (tokens.has(first, Role.WH) && (unknown < 2 || tokens.sign(end) == '?')) {
            return false;
        }
        boolean colon = tokens.sign(first - 1) == ':';
        boolean told = colon && tokens.has(first - 2, Role.COPULA);
        boolean enough = unknown * 3 >= words * 2 || colon && unknown * 2 >= words || told;
        return words >= 3 && words <= LONGEST_PHRASE && enough;
    }

    /** Words to the end of the clause that look like a passphrase, whatever led to them. */
    boolean isPhrase(int first) {
        int words = 0;
        int unknown = 0;
        int i = first;
        for (; tokens.is(i, Tokens.WORD); i++) {
            if (tokens.hasAny(i, Role.NEG.bit | Role.WH.bit | Role.PASSWORD.bit | Role.WRONG.bit)) {
                return false;
            }
            words++;
            unknown += tokens.roles[i] == 0 ? 1 : 0;
        }
        return words >= 3 && words <= LONGEST_PHRASE && unknown >= 2 && unknown * 2 >= words && endsAt(i);
    }

    /** "three cats on a stove": a number word that counts something that is no unit. */
    private @Nullable Scored numberedPhrase(int i, Value value, Link link, int points) {
        int next = i + 1;
        while (tokens.has(next, Role.NUMERAL)) {
            next++;
        }
        boolean words = tokens.is(next, Tokens.WORD) && tokens.roles[next] == 0;
        return words && (link.strong || link.points >= 4) && tokens.is(i, Tokens.WORD)
                ? new Scored(value, link.changes ? points + 1 : points, true)
                : null;
    }

    private Scored plain(int i, Value value, Link link, int points) {
        int after = value.lastToken + 1;
        boolean goesOn = tokens.is(after, Tokens.WORD) && tokens.roles[after] == 0;
        int score = points + shape(i, value, link) + following(after, value, link);
        score += goesOn && isPassphrase(i, link) ? 1 : 0;
        return new Scored(value, score, goesOn);
    }

    private int shape(int i, Value value, Link link) {
        int score = tokens.roles[i] == 0 ? 0 : -1;
        if (value.isCapitalised() && !value.isAllCapitals() || value.hasInnerCapital()) {
            score += 2;
        }
        boolean unknown = tokens.roles[i] == 0;
        if (unknown && isOfOtherAlphabet(i, link)) {
            score += 2;
        }
        if (unknown && tokens.lexicon.isPredicative(analysis.text.chars, tokens.start[i], tokens.end[i])) {
            score -= 2;
        } else if (unknown && !link.zeroCopula && !mayAgree(i)) {
            score += 1;
        }
        return score;
    }

    /** A word in Latin letters after a keyword in Cyrillic ones describes nothing. */
    private boolean isOfOtherAlphabet(int i, Link link) {
        char keyword = analysis.text.chars[tokens.start[link.keyword]];
        char value = analysis.text.chars[tokens.start[i]];
        return NormText.isCyrillic(keyword) && value < 128;
    }

    /** Whether the word could be an adjective, a verb or a genitive that goes with the keyword. */
    private boolean mayAgree(int i) {
        return tokens.lexicon.mayAgree(analysis.text.chars, tokens.start[i], tokens.end[i]);
    }

    private int following(int after, Value value, Link link) {
        int score = 0;
        boolean denies = tokens.hasAny(after, Role.NEG.bit | Role.WH.bit)
                || tokens.has(after, Role.AND) && (tokens.has(after + 1, Role.NEG) || tokens.has(after + 2, Role.NEG));
        if (tokens.sign(after) == '?' && !value.isCapitalised() && !link.changes) {
            score -= 1;
        } else if (denies) {
            score += link.zeroCopula ? 1 : 2;
        } else if (endsAt(after) || tokens.hasAny(after, Role.AND.bit | Role.DEM.bit)) {
            score += 1;
        }
        score += isAlternative(after) ? 1 : 0;
        boolean spelled = tokens.hasAny(after, Role.SPELLING.bit) || tokens.hasAny(after + 1, Role.SPELLING.bit);
        return score + (spelled ? 2 : 0);
    }

    /** "kitten/kittens", "kitten or kittens": another unknown word of the same standing. */
    private boolean isAlternative(int after) {
        int next = after + 1;
        while (tokens.has(next, Role.SOFT)) {
            next++;
        }
        boolean joined = tokens.sign(after) == '/' || tokens.has(after, Role.AND);
        return joined && tokens.is(next, Tokens.WORD) && tokens.roles[next] == 0 && tokens.length(next) >= 3;
    }

    /** The end of a clause, or the next of several passwords. */
    private boolean endsAt(int i) {
        return i >= tokens.count
                || tokens.is(i, Tokens.SIGN)
                || tokens.is(i, Tokens.LINE)
                || tokens.has(i, Role.ADJ) && tokens.has(i + 1, Role.PASSWORD);
    }
}
