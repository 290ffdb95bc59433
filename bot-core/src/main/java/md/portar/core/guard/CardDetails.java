package md.portar.core.guard;

/** Finds the security code that stands in its place after a card's number and expiry, without being called anything. */
final class CardDetails {
    private static final int REACH = 14;
    private static final int FEW_TOKENS = 5;
    private static final int FEW_WORDS = 6;
    private static final int CODE_LENGTH = 3;

    private final Analysis analysis;
    private final Tokens tokens;

    private CardDetails(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        CardDetails details = new CardDetails(analysis);
        boolean card = analysis.hits.stream().anyMatch(hit -> hit.kind() == SecretKind.CARD_NUMBER);
        boolean code =
                analysis.mentions(Role.CVV.bit | Role.BACKSIDE.bit | Role.CODE.bit | Role.CARD.bit | Role.TIME.bit);
        boolean alone = analysis.numbers.size() >= 3 && analysis.tokens.count <= FEW_TOKENS;
        if (card || code || alone) {
            details.afterExpiry(card);
        }
    }

    private void afterExpiry(boolean card) {
        int cardEnd = -1;
        for (int i = 0; i + 2 < tokens.count; i++) {
            cardEnd = analysis.isTaken(i) ? i : cardEnd;
            if (!isExpiry(i)) {
                continue;
            }
            boolean joined = tokens.sign(i + 3) == '/' || tokens.sign(i + 3) == '-' || tokens.sign(i + 3) == '|';
            int code = next(i + 3);
            boolean bare = tokens.is(i + 3, Tokens.NUMBER) && i + 4 >= tokens.count && i <= 1;
            int named = namedCode(i + 3);
            boolean inPlace = card && cardEnd >= 0 && i - cardEnd <= REACH || joined || bare || named > 0;
            code = named > 0 ? named : code;
            if (inPlace && isCode(code)) {
                analysis.hit(SecretKind.CVV, "cvv.after-expiry", code, code);
            }
        }
    }

    /** "Expires 08/28, code 731": the number after the word for a code, a few words on; else -1. */
    private int namedCode(int from) {
        boolean named = false;
        for (int i = from; i < from + FEW_WORDS && i < tokens.count; i++) {
            if (tokens.is(i, Tokens.NUMBER)) {
                return named && tokens.length(i) == CODE_LENGTH ? i : -1;
            }
            boolean listed = i == from && tokens.hasAny(i, Role.AND.bit | Role.SOFT.bit) && i + 2 >= tokens.count;
            named |= listed && analysis.mentions(Role.CARD.bit | Role.TIME.bit);
            named |= tokens.hasAny(i, Role.CODE.bit | Role.CVV.bit);
        }
        return -1;
    }

    /** Month and year with a sign between: {@code 08/29}, {@code 08.2029}. */
    private boolean isExpiry(int i) {
        boolean sign = "/-.".indexOf(tokens.sign(i + 1)) >= 0 && tokens.sign(i + 1) != 0;
        if (!sign || !isNumber(i, 1, 2) || !isNumber(i + 2, 2, 4) || analysis.isTaken(i)) {
            return false;
        }
        int month = Integer.parseInt(analysis.text.slice(tokens.start[i], tokens.end[i]));
        return month >= 1 && month <= 12 && tokens.length(i + 2) != 3;
    }

    private boolean isNumber(int i, int shortest, int longest) {
        return tokens.is(i, Tokens.NUMBER) && tokens.length(i) >= shortest && tokens.length(i) <= longest;
    }

    private int next(int i) {
        int next = i;
        while (tokens.is(next, Tokens.LINE) || tokens.is(next, Tokens.SIGN) && next - i < 3) {
            next++;
        }
        return next;
    }

    private boolean isYear(int i) {
        String digits = analysis.text.slice(tokens.start[i], tokens.end[i]);
        return digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    }

    private boolean isCode(int i) {
        return isNumber(i, 3, 4)
                && !analysis.isTaken(i)
                && !isYear(i)
                && !tokens.hasAny(i + 1, Role.UNIT.bit | Role.MONEY.bit)
                && (tokens.length(i) == 3 || i + 1 >= tokens.count);
    }
}
