package md.portar.core.guard;

/** Finds the security code that stands in its place after a card's number and expiry, without being called anything. */
final class CardDetails {
    private static final int REACH = 14;

    private final Analysis analysis;
    private final Tokens tokens;

    private CardDetails(Analysis analysis) {
        this.analysis = analysis;
        this.tokens = analysis.tokens;
    }

    static void apply(Analysis analysis) {
        CardDetails details = new CardDetails(analysis);
        boolean card = analysis.hits.stream().anyMatch(hit -> hit.kind() == SecretKind.CARD_NUMBER);
        boolean code = analysis.mentions(Role.CVV.bit | Role.BACKSIDE.bit);
        if (card || code) {
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
            boolean inPlace = card && cardEnd >= 0 && i - cardEnd <= REACH || joined;
            if (inPlace && isCode(code)) {
                analysis.hit(SecretKind.CVV, "cvv.after-expiry", code, code);
            }
        }
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

    private boolean isCode(int i) {
        return isNumber(i, 3, 4)
                && !analysis.isTaken(i)
                && !tokens.hasAny(i + 1, Role.UNIT.bit | Role.MONEY.bit)
                && (tokens.length(i) == 3 || i + 1 >= tokens.count);
    }
}
