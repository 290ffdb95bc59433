package md.portar.core.guard;

import md.portar.core.guard.PasswordScore.Link;
import md.portar.core.guard.PasswordScore.Scored;
import org.jspecify.annotations.Nullable;

/**
 * Reads on from a password keyword to what may be its value: over possessives, adjectives and owners, a copula or a colon, to
 * the first word that is none of these. The links passed on the way lend points to it.
 */
final class PasswordWalk {
    private static final int REACH = 14;
    private static final int RESUME_REACH = 8;
    private static final int LABEL_REACH = 8;
    private static final int LONGEST_LABEL = 4;
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

    private final Analysis analysis;
    private final Tokens tokens;
    private final PasswordScore score;
    private final SpelledLetters letters;
    private Link link = new Link();
    private boolean comma;

    PasswordWalk(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.score = new PasswordScore(analysis);
        this.letters = new SpelledLetters(tokens);
    }

    /** The value of the keyword at this token, or null. */
    @Nullable
    Scored read(int keyword) {
        begin(keyword);
        for (int i = keyword + 1; i < tokens.count && i <= keyword + REACH; i++) {
            byte type = tokens.type[i];
            if (type == Tokens.LINE) {
                link.points = Math.max(link.points, 4);
            } else if (type == Tokens.SIGN) {
                if (!sign(i)) {
                    return null;
                }
            } else if (type == Tokens.LINK
                    && Links.isMail(analysis.text, tokens.start[i], tokens.end[i])
                    && !link.strong) {
                link.preposition = false;
            } else if (type > Tokens.MIXED || analysis.isTaken(i)) {
                return null;
            } else if (letters.isSpelled(i)) {
                return new Scored(letters.spelled(i), link.points + 5, false);
            } else if (isOwnerName(i)) {
                link.preposition = false;
            } else if (contrasted(i) > 0) {
                return new Scored(Value.at(tokens, contrasted(i)), PasswordScore.THRESHOLD, true);
            } else if (!skips(i)) {
                Scored stopped = score.at(i, link);
                int resumed =
                        stopped != null && stopped.points() >= PasswordScore.THRESHOLD || link.asked ? -1 : resumes(i);
                if (resumed < 0) {
                    return stopped;
                }
                i = resumed;
            }
        }
        return null;
    }

    private void begin(int keyword) {
        boolean cyrillic = NormText.isCyrillic(analysis.text.chars[tokens.start[keyword]]);
        // Without a copula Russian says "the password X"; an oblique case is followed by whose it is instead.
        char ending = analysis.text.chars[tokens.end[keyword] - 1];
        boolean russian = cyrillic && "еюмх".indexOf(ending) < 0 || isTransliterated(keyword);
        link = new Link();
        link.keyword = keyword;
        link.zeroCopula = russian;
        link.label = isLabel(keyword);
        link.points = russian || tokens.length(keyword) <= LONGEST_LABEL ? 4 : 3;
        link.points += link.label ? 1 : 0;
        link.asked = tokens.has(keyword - 1, Role.WH) && !tokens.has(keyword - 1, Role.COPULA);
        link.changes = changesBefore(keyword);
        comma = false;
    }

    /** "parol" in Latin letters is Russian; Romanian has "parola". */
    private boolean isTransliterated(int keyword) {
        return analysis.text.slice(tokens.start[keyword], tokens.end[keyword]).equals("parol");
    }

    /** After a login or an address with nothing but signs and small words between. */
    private boolean isLabel(int keyword) {
        for (int i = keyword - 1; i >= Math.max(0, keyword - LABEL_REACH); i--) {
            boolean mail = tokens.is(i, Tokens.LINK) && Links.isMail(analysis.text, tokens.start[i], tokens.end[i]);
            boolean next = isValue(i + 1) && i + 1 < keyword || isValue(i + 2) && i + 2 < keyword;
            if (mail || tokens.has(i, Role.LOGIN) && next) {
                return true;
            }
            boolean small = tokens.is(i, Tokens.SIGN)
                    || tokens.is(i, Tokens.LINE)
                    || tokens.roles[i] == 0
                    || tokens.hasAny(i, Role.AND.bit | Role.PREP.bit | Role.POSS.bit);
            if (!small) {
                return false;
            }
        }
        return false;
    }

    private boolean isValue(int i) {
        return tokens.isWordLike(i) && tokens.roles[i] == 0;
    }

    private boolean changesBefore(int keyword) {
        for (int i = keyword - 1; i >= Math.max(0, keyword - 6); i--) {
            if (!tokens.isWordLike(i) && tokens.sign(i) != '-') {
                return false;
            }
            if (tokens.has(i, Role.CHANGE)) {
                return true;
            }
        }
        return false;
    }

    private boolean sign(int i) {
        char sign = tokens.sign(i);
        if (sign == ':' || sign == '=') {
            link.points = 6;
            link.strong = true;
        } else if (sign == '-' || sign == '>' || sign == Folding.PICTOGRAPH || sign == '(') {
            link.points = Math.max(link.points, tokens.has(i + 1, Role.CLITIC) ? link.points : 4);
            link.strong |= sign != '-' && sign != '(';
        } else if (sign == ',' && !comma) {
            comma = true;
            link.points -= 1;
        } else {
            return "#@_!$&~+'/".indexOf(sign) >= 0;
        }
        return true;
    }

    private boolean skips(int i) {
        long roles = tokens.roles[i];
        if ((roles & Role.NEG.bit) != 0) {
            return false;
        }
        if ((roles & Role.COPULA.bit) != 0) {
            link.points = Math.max(link.points, 5);
            link.strong = true;
            link.preposition = false;
            return true;
        }
        if (link.changes && (roles & (Role.TO.bit | Role.AS.bit)) != 0) {
            link.points = Math.max(link.points, 5);
            link.preposition = false;
            return true;
        }
        if ((roles & (link.strong ? AFTER_LINK : BEFORE_LINK)) == 0) {
            return false;
        }
        link.ofAccount = link.changes && link.preposition && (roles & Role.OWNER.bit) != 0;
        link.preposition = (roles & Role.PREP.bit) != 0
                || link.preposition && (roles & (Role.POSS.bit | Role.ADJ.bit | Role.CLITIC.bit)) != 0;
        return true;
    }

    /**
     * After a description the value may still come: "it is only letters: lighthouse", "it's simple, cherry", "the one I set
     * first was tractor". The token to go on after, or -1.
     */
    private int resumes(int i) {
        if (tokens.hasAny(i, Role.NEG.bit | Role.AND.bit)) {
            return -1;
        }
        boolean plain = tokens.roles[i] == 0 || tokens.hasAny(i, Role.STOP.bit | Role.NUMERAL.bit);
        boolean simple = false;
        for (int k = i; k < tokens.count && k <= i + RESUME_REACH; k++) {
            if (simple && letters.isSpelled(k)) {
                link.strong = true;
                return k - 1;
            }
            if (link.strong && letters.isDictated(k)) {
                link.points = Math.max(link.points, PasswordScore.THRESHOLD);
                return tokens.length(k + 1) == 1 ? k + 1 : k;
            }
            char sign = tokens.sign(k);
            simple |= tokens.has(k, Role.SIMPLE);
            boolean word = tokens.has(k, Role.SIMPLE) && tokens.is(k, Tokens.WORD);
            if (word && score.isPhrase(k + 1)) {
                return valueAfter(k);
            }
            if (word && k > i - 1 && isValue(k + 1) && Value.at(tokens, k + 1).isCapitalised()) {
                link.points = Math.max(link.points, 4);
                link.preposition = false;
                return k;
            }
            if (tokens.has(k, Role.SPELLING)
                    && isValue(k + 1)
                    && Value.at(tokens, k + 1).isCapitalised()) {
                return valueAfter(k);
            }
            boolean said = sign == ':' || (sign == ',' || sign == '-') && simple;
            if (said || plain && k > i && isCopula(k)) {
                return valueAfter(k);
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

    /** "The password for somesite bluebird7": an unknown word after a preposition, with another behind it. */
    private boolean isOwnerName(int i) {
        boolean after = link.preposition && !link.strong && isValue(i) && tokens.is(i, Tokens.WORD);
        boolean behind = tokens.isWordLike(i + 1) && tokens.roles[i + 1] == 0;
        boolean ends = i + 2 >= tokens.count || tokens.is(i + 2, Tokens.SIGN) || tokens.is(i + 2, Tokens.LINE);
        return after && behind && (ends || Value.at(tokens, i + 1).isStrong());
    }

    /** "Not kitten but kittens": the word after the contrast, or -1. */
    private int contrasted(int denial) {
        if (!tokens.has(denial, Role.NEG)) {
            return -1;
        }
        int first = small(denial + 1);
        if (!isValue(first)) {
            return -1;
        }
        int link = Value.at(tokens, first).lastToken + 1;
        boolean comma = tokens.sign(link) == ',';
        int second = small(comma ? link + 1 : link);
        boolean turns = comma && second > link + 1 || second > link && tokens.has(link, Role.AND);
        return turns && isValue(second) && tokens.length(second) >= 3 ? second : -1;
    }

    /** The next token that is no copula, conjunction or particle. */
    private int small(int from) {
        int i = from;
        while (tokens.hasAny(i, Role.COPULA.bit | Role.AND.bit | Role.CLITIC.bit | Role.SOFT.bit)
                || tokens.sign(i) == '-') {
            i++;
        }
        return i;
    }

    private boolean isCopula(int k) {
        boolean letter = tokens.length(k) == 1 && !(tokens.is(k - 1, Tokens.WORD) && isE(k));
        return tokens.has(k, Role.COPULA) && tokens.is(k, Tokens.WORD) && !letter;
    }

    /** Romanian "e" is a whole copula; other single letters are not. */
    private boolean isE(int k) {
        return analysis.text.chars[tokens.start[k]] == 'e';
    }

    /** Goes on after this token when one unknown word ends the clause there. */
    private int valueAfter(int k) {
        int before = k;
        while (tokens.has(before + 1, Role.SOFT)) {
            before++;
        }
        if (letters.isSpelled(before + 1)) {
            link.strong = true;
            return before;
        }
        if (score.isPhrase(before + 1)) {
            link.points = PasswordScore.THRESHOLD;
            link.strong = true;
            link.preposition = false;
            return before;
        }
        int after = before + 2;
        boolean last = after >= tokens.count || tokens.is(after, Tokens.SIGN) || tokens.is(after, Tokens.LINE);
        link.points = Math.max(link.points, 5);
        link.strong = true;
        link.preposition = false;
        return isValue(before + 1) && last ? before : -1;
    }
}
