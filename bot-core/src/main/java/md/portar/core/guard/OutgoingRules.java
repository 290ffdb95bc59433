package md.portar.core.guard;

import java.util.EnumSet;
import java.util.Set;

/**
 * Decides whether words about to leave ask the player for a secret. Clause by clause: somebody is asked to send, say or
 * confirm it to us. Warnings, and instructions to type it where it belongs, are no such request.
 */
final class OutgoingRules {
    private static final int REACH = 9;

    private final Tokens tokens;
    private final Qualifiers qualifiers;
    private final Set<SecretKind> asked = EnumSet.noneOf(SecretKind.class);
    private final Set<SecretKind> mentioned = EnumSet.noneOf(SecretKind.class);

    private OutgoingRules(Tokens tokens) {
        this.tokens = tokens;
        this.qualifiers = new Qualifiers(tokens);
    }

    static OutgoingRules read(Tokens tokens) {
        OutgoingRules rules = new OutgoingRules(tokens);
        if ((tokens.all & (Tokeniser.SECRETS | Role.CARD.bit | Role.BACKSIDE.bit | Role.DIGITS.bit)) != 0) {
            rules.clauses();
        }
        return rules;
    }

    Set<SecretKind> asked() {
        return asked;
    }

    /** Kinds the words speak about at all. */
    Set<SecretKind> mentioned() {
        return mentioned;
    }

    private void clauses() {
        int start = 0;
        for (int i = 0; i <= tokens.count; i++) {
            char sign = tokens.sign(i);
            boolean ends = i == tokens.count
                    || tokens.is(i, Tokens.LINE)
                    || sign == '.'
                    || sign == '!'
                    || sign == '?'
                    || sign == ';';
            if (ends) {
                clause(start, i, sign == '?');
                start = i + 1;
            }
        }
    }

    private void clause(int start, int end, boolean question) {
        boolean denied = offersChoice(start, end);
        for (int i = start; i < end; i++) {
            denied |= tokens.has(i, Role.NEG);
            SecretKind kind = kindAt(i);
            if (kind == null) {
                continue;
            }
            mentioned.add(kind);
            boolean asks =
                    isRequested(start, i, end) || (question || politely(start, end)) && isQuestioned(start, i, end);
            if (!denied && asks) {
                asked.add(kind);
            }
        }
    }

    private @org.jspecify.annotations.Nullable SecretKind kindAt(int i) {
        return switch (qualifiers.at(i)) {
            case PASSWORD -> SecretKind.PASSWORD;
            case PIN, APP_CODE -> SecretKind.PIN;
            case CVV, CARD_CODE -> SecretKind.CVV;
            case OTP, BARE_CODE -> SecretKind.OTP;
            case BACKSIDE -> isDigitsOnTheBack(i) ? SecretKind.CVV : null;
            default -> isCardNumber(i) ? SecretKind.CARD_NUMBER : seed(i);
        };
    }

    /** "Which code: promo or SMS?" asks which, not for it. */
    private boolean offersChoice(int start, int end) {
        boolean promo = false;
        boolean or = false;
        for (int i = start; i < end; i++) {
            promo |= tokens.has(i, Role.PROMO);
            or |= tokens.has(i, Role.AND);
        }
        return promo && or;
    }

    private boolean politely(int start, int end) {
        return tokens.has(end - 1, Role.MODAL) || tokens.has(start, Role.MODAL);
    }

    private @org.jspecify.annotations.Nullable SecretKind seed(int i) {
        return tokens.has(i, Role.SEED) ? SecretKind.PASSWORD : null;
    }

    /** "The three digits on the back". */
    private boolean isDigitsOnTheBack(int i) {
        boolean digits = false;
        for (int k = i - 4; k <= i + 4; k++) {
            digits |= tokens.hasAny(k, Role.DIGITS.bit | Role.CODE.bit | Role.NUMBER.bit | Role.CARD.bit);
        }
        return digits;
    }

    /** "Card number", "number of the card", but not its last four digits. */
    private boolean isCardNumber(int i) {
        if (!tokens.has(i, Role.CARD)) {
            return false;
        }
        boolean number = tokens.text.slice(tokens.start[i], tokens.end[i]).indexOf(' ') > 0;
        boolean part = false;
        for (int k = i - 6; k <= i + 6; k++) {
            part |= tokens.hasAny(k, Role.PART.bit);
            number |= tokens.has(k, Role.PHOTO);
            number |= k < i && k >= i - 4 && tokens.hasAny(k, Role.NUMBER.bit | Role.DIGITS.bit);
        }
        return number && !part;
    }

    private boolean isRequested(int start, int keyword, int end) {
        for (int i = Math.max(start, keyword - REACH); i < Math.min(end, keyword + 5); i++) {
            if (tokens.has(i, Role.ASK) && !isApart(i, keyword) && isAsking(start, i, keyword, end)) {
                return true;
            }
            if (tokens.has(i, Role.NEED) && i < keyword && isOurs(start, i)) {
                return !isTypedElsewhere(keyword, end);
            }
        }
        return false;
    }

    /** "If you forgot the password, write to us", "Say that you forgot it": the secret is not what is asked for. */
    private boolean isApart(int verb, int keyword) {
        for (int i = Math.min(verb, keyword); i < Math.max(verb, keyword); i++) {
            if (tokens.has(i, Role.COND)) {
                return true;
            }
        }
        if (verb > keyword && isPointed(verb)) {
            return false;
        }
        if (verb > keyword) {
            for (int i = keyword; i < verb; i++) {
                if (tokens.sign(i) == ',') {
                    return true;
                }
            }
            return false;
        }
        int next = tokens.sign(verb + 1) == ',' ? verb + 2 : verb + 1;
        boolean and = tokens.has(next, Role.AND) && !NumberWords.isAnd(tokens.numeral[next]);
        return (and || tokens.has(next, Role.WH)) && !tokens.has(next, Role.WHICH)
                || tokens.has(next, Role.WHICH) && tokens.has(next, Role.WH) && tokens.sign(verb + 1) == ','
                || tokens.has(next, Role.DEM) && tokens.has(next + 1, Role.YOU);
    }

    /** "A code came, write it to me": the pronoun after the verb stands for the secret. */
    private boolean isPointed(int verb) {
        int next = tokens.sign(verb + 1) == '-' ? verb + 2 : verb + 1;
        return tokens.isWordLike(next)
                && tokens.length(next) <= 4
                && tokens.hasAny(next, Role.CLITIC.bit | Role.DEM.bit | Role.POSS.bit);
    }

    private boolean isAsking(int start, int verb, int keyword, int end) {
        boolean noun = tokens.has(verb, Role.SMS) && tokens.hasAny(verb - 1, Role.YOU.bit | Role.POSS.bit);
        if (noun || tokens.has(verb - 1, Role.NEG) || tokens.has(verb - 2, Role.NEG)) {
            return false;
        }
        boolean ours = tokens.hasAny(verb - 1, Role.HERE.bit)
                || tokens.hasAny(verb + 1, Role.HERE.bit)
                || tokens.hasAny(verb + 2, Role.HERE.bit)
                || tokens.text.slice(tokens.start[verb], tokens.end[verb]).indexOf(' ') > 0;
        boolean said = false;
        boolean reported = false;
        for (int i = Math.max(start, verb - 3); i < verb; i++) {
            reported |= tokens.has(i, Role.WE);
            said |= tokens.has(i, Role.MODAL);
        }
        boolean yours = tokens.has(keyword - 1, Role.YOU) || tokens.has(keyword + 1, Role.YOU);
        boolean first = verb - start <= 1 || tokens.sign(verb - 1) == ',';
        for (int i = keyword + 1; i < end; i++) {
            boolean denied = tokens.has(i, Role.NEG) || tokens.has(i - 1, Role.NEG) || tokens.has(i - 2, Role.NEG);
            ours |= tokens.has(i, Role.HERE) && !denied;
        }
        if (reported && !said || !ours && isTypedElsewhere(Math.min(verb, keyword), end)) {
            return false;
        }
        return ours || first || said || yours || isImperative(verb);
    }

    /** Forms that can only be a request to somebody politely addressed: "dictati", "скажите". */
    private boolean isImperative(int verb) {
        String word = tokens.text.slice(tokens.start[verb], tokens.end[verb]);
        return word.endsWith("ati") || word.endsWith("eti") || word.endsWith("iti") || word.endsWith("те");
    }

    /** The asker speaks of himself: "we need", "мне нужен". */
    private boolean isOurs(int start, int need) {
        for (int i = Math.max(start, need - 4); i < need + 3; i++) {
            if (tokens.hasAny(i, Role.WE.bit | Role.HERE.bit) && !tokens.has(i, Role.YOU)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTypedElsewhere(int from, int end) {
        for (int i = from; i < end; i++) {
            if (tokens.has(i, Role.PLACE)
                    && (tokens.hasAny(i - 1, Role.PREP.bit | Role.TO.bit)
                            || tokens.hasAny(i - 2, Role.PREP.bit | Role.TO.bit))) {
                return true;
            }
        }
        return false;
    }

    /** "What is your PIN?", "care e parola?", "PIN?"; but not "What is a CVV?" or "How do I change my password?". */
    private boolean isQuestioned(int start, int keyword, int end) {
        int which = -1;
        for (int i = start; i < keyword; i++) {
            which = tokens.has(i, Role.WHICH) ? i : which;
        }
        boolean alone = keyword - start <= (politely(start, end) ? REACH : 2) && end - keyword <= 4;
        for (int i = start; alone && i < end; i++) {
            alone = i == keyword
                    || tokens.is(i, Tokens.SIGN)
                    || tokens.is(i, Tokens.NUMBER)
                    || tokens.hasAny(
                                    i,
                                    Role.AND.bit
                                            | Role.MODAL.bit
                                            | Role.PREP.bit
                                            | Role.SMS.bit
                                            | Role.CARD.bit
                                            | Role.POSS.bit
                                            | Role.YOU.bit
                                            | Role.DIGITS.bit
                                            | Role.NUMERAL.bit
                                            | Role.VERIFY.bit
                                            | Role.SOFT.bit)
                            && !tokens.has(i, Role.ARRIVED);
        }
        if (which < 0) {
            return alone;
        }
        boolean yours = false;
        for (int i = which; i < Math.min(end, keyword + 3); i++) {
            yours |= tokens.hasAny(i, Role.YOU.bit | Role.ARRIVED.bit);
        }
        boolean particular = tokens.has(keyword - 1, Role.ADJ) && keyword - which <= 4;
        return particular || yours && keyword - which <= 4 || isPointing(which) && keyword - which <= 3;
    }

    /** "Which", "care", "какой" point at a particular one; "what" and "ce" may ask for a meaning. */
    private boolean isPointing(int which) {
        return tokens.length(which) >= 4
                && !tokens.has(which, Role.NEED)
                && !tokens.text.slice(tokens.start[which], tokens.end[which]).startsWith("what");
    }
}
