package md.portar.core.guard;

import java.util.ArrayList;
import java.util.List;
import md.portar.core.guard.ConversationContext.Fragment;
import md.portar.core.guard.ConversationContext.Strength;

/**
 * Finds secrets that came in parts or before they were named: a card number over several messages, a code digit by digit, "4821"
 * and then "that is my PIN". Knows which earlier turns to redact.
 */
final class ContextParts {
    private static final int MOST_WORDS = 9;
    private static final int MOST_NAMING_WORDS = 6;
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int LONGEST_PART = 2;
    private static final int SHORTEST_CODE = 4;
    private static final int LONGEST_CODE = 8;
    private static final int SECURITY_CODE = 3;

    private final Analysis analysis;
    private final Tokens tokens;
    private final ConversationContext context;
    private final CardScanner cards;
    private final List<TurnId> earlier = new ArrayList<>();

    ContextParts(Analysis analysis, ConversationContext context, CardScanner cards) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
        this.context = context;
        this.cards = cards;
    }

    /** Turns whose text turned out to hold a secret or a part of one. */
    List<TurnId> earlier() {
        return earlier;
    }

    void apply() {
        if (context.fragments.isEmpty()) {
            return;
        }
        String mine = digits();
        if (!mine.isEmpty()) {
            card(mine);
        }
        if (analysis.hits.isEmpty() && !mine.isEmpty()) {
            code(mine);
        }
        if (analysis.hits.isEmpty() && mine.isEmpty()) {
            namedLater();
        }
    }

    /** What of this turn may be a part of something: its digits, when it is about little else, or one odd word. */
    boolean isPart() {
        return !digits().isEmpty() || isOneWord();
    }

    /** The digits of this turn, when the turn is about little else. */
    String digits() {
        if (words() > MOST_WORDS) {
            return "";
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < tokens.count && digits.length() <= LONGEST_CARD; i++) {
            boolean counted = tokens.hasAny(i + 1, Role.UNIT.bit | Role.MONEY.bit);
            digits.append(analysis.isTaken(i) || counted ? "" : NumberScanner.typedDigits(tokens, i));
        }
        for (Num number : analysis.numbers) {
            if (number.spelled() && digits.length() == 0) {
                digits.append(number.digits());
            }
        }
        int fewest = context.strength == Strength.ANNOUNCED && context.turnsLeft > 0 ? 1 : 2;
        return digits.length() >= fewest && digits.length() < LONGEST_CARD ? digits.toString() : "";
    }

    private int words() {
        int words = 0;
        for (int i = 0; i < tokens.count; i++) {
            words += tokens.is(i, Tokens.WORD) && !tokens.has(i, Role.NUMERAL) ? 1 : 0;
        }
        return words;
    }

    /** A message of one unknown word, which may turn out to have been a password. */
    private boolean isOneWord() {
        if (tokens.count == 0 || !tokens.isWordLike(0) || tokens.roles[0] != 0 || analysis.isTaken(0)) {
            return false;
        }
        return Value.at(tokens, 0).lastToken == tokens.count - 1;
    }

    private void card(String mine) {
        StringBuilder joined = new StringBuilder(mine);
        boolean called = context.expects(SecretKind.CARD_NUMBER) || analysis.mentions(Role.CARD.bit);
        for (int i = context.fragments.size() - 1; i >= 0; i--) {
            joined.insert(0, context.fragments.get(i).digits());
            if (joined.length() > LONGEST_CARD) {
                return;
            }
            if (joined.length() >= SHORTEST_CARD && cards.isCard(joined.toString(), called)) {
                context.fragments.subList(i, context.fragments.size()).forEach(part -> earlier.add(part.turn()));
                hitNumbers(SecretKind.CARD_NUMBER, "card.split");
                return;
            }
        }
    }

    /** "I type it digit by digit": single digits after an announcement, from the one on that makes them a code. */
    private void code(String mine) {
        if (context.strength != Strength.ANNOUNCED || context.turnsLeft == 0 || mine.length() > LONGEST_PART) {
            return;
        }
        int size = mine.length();
        List<TurnId> turns = new ArrayList<>();
        for (int i = context.fragments.size() - 1; i >= 0; i--) {
            Fragment part = context.fragments.get(i);
            if (part.digits().isEmpty() || part.digits().length() > LONGEST_PART) {
                break;
            }
            size += part.digits().length();
            turns.add(part.turn());
        }
        SecretKind kind = codeKind(size);
        if (kind != null && !turns.isEmpty()) {
            earlier.addAll(turns);
            hitNumbers(kind, "otp.digit-by-digit");
        }
    }

    private @org.jspecify.annotations.Nullable SecretKind codeKind(int size) {
        if (context.expects(SecretKind.CVV) && size >= SECURITY_CODE && size <= SHORTEST_CODE) {
            return SecretKind.CVV;
        }
        if (size < SHORTEST_CODE || size > LONGEST_CODE) {
            return null;
        }
        return context.expects(SecretKind.PIN)
                ? SecretKind.PIN
                : context.expects(SecretKind.OTP) ? SecretKind.OTP : null;
    }

    /** "4821" and then "that is my PIN": the turn before held the secret. */
    private void namedLater() {
        Fragment last = context.fragments.get(context.fragments.size() - 1);
        boolean statement = analysis.mentions(Role.DEM.bit | Role.COPULA.bit | Role.POSS.bit | Role.SMS.bit);
        boolean other = analysis.mentions(Role.NEG.bit | Role.WH.bit | Role.REF.bit | Role.PROMO.bit | Role.CHANGE.bit);
        boolean asked = false;
        for (int i = 0; i < tokens.count; i++) {
            asked |= tokens.sign(i) == '?';
        }
        if (last.age() > 0 || !statement || other || asked || words() > MOST_NAMING_WORDS || isReference()) {
            return;
        }
        SecretKind kind = named(last.digits().length());
        if (kind != null) {
            earlier.add(last.turn());
            analysis.hits.add(Hit.unsure(kind, "context.named-later", 0, analysis.text.length));
        }
    }

    private boolean isReference() {
        return context.expectation != Expectation.NONE;
    }

    private @org.jspecify.annotations.Nullable SecretKind named(int size) {
        Qualifiers qualifiers = new Qualifiers(tokens);
        for (int i = 0; i < tokens.count; i++) {
            SecretKind kind = switch (qualifiers.at(i)) {
                case PIN, APP_CODE -> size >= SHORTEST_CODE && size <= LONGEST_CODE ? SecretKind.PIN : null;
                case CVV, BACKSIDE, CARD_CODE -> size == SECURITY_CODE ? SecretKind.CVV : null;
                case OTP, BARE_CODE, MESSAGE -> size >= SHORTEST_CODE && size <= LONGEST_CODE ? SecretKind.OTP : null;
                case PASSWORD -> size == 0 || size >= SHORTEST_CODE ? SecretKind.PASSWORD : null;
                default -> null;
            };
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private void hitNumbers(SecretKind kind, String rule) {
        for (Num number : analysis.numbers) {
            if (!analysis.isTaken(number.first())) {
                analysis.hit(kind, rule, number.first(), number.last());
            }
        }
    }
}
