package md.portar.core.guard;

/** Finds addresses that open an account by themselves: reset and login links with a token, authenticator set-up addresses. */
final class LinkRules {
    private static final String[] KEYS = {
        "token",
        "code",
        "otp",
        "secret",
        "key",
        "reset",
        "auth",
        "ticket",
        "sig",
        "signature",
        "magic",
        "hash",
        "jwt",
        "session",
        "login",
        "sid",
        "access",
        "confirm",
        "verify",
        "t",
        "k",
        "c",
        "oob",
        "oobcode",
        "nonce",
        "pin",
        "login_token",
        "link"
    };
    private static final String[] DOORS = {
        "reset",
        "login",
        "magic",
        "verify",
        "confirm",
        "activate",
        "auth",
        "signin",
        "recover",
        "password",
        "restore",
        "unlock",
        "token",
        "otp",
        "invite-login",
        "parol",
        "resetare",
        "confirmare",
        "activare",
        "sso",
        "account",
        "link"
    };
    private static final int SHORTEST_TOKEN = 6;
    private static final int SHORTEST_KEY = 4;
    private static final int SHORTEST_SEGMENT = 8;

    private final NormText text;

    private LinkRules(NormText text) {
        this.text = text;
    }

    static void apply(Analysis analysis) {
        if (!analysis.tokens.anyLink) {
            return;
        }
        LinkRules rules = new LinkRules(analysis.text);
        Tokens tokens = analysis.tokens;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.is(i, Tokens.LINK) && !Links.isMail(rules.text, tokens.start[i], tokens.end[i])) {
                rules.judge(analysis, i, tokens.start[i], tokens.end[i]);
            }
        }
    }

    private void judge(Analysis analysis, int token, int start, int end) {
        if (startsWith("otpauth", start)) {
            analysis.hit(SecretKind.OTP, "otp.setup-link", token, token);
        } else if (hasPassword(start, end)) {
            analysis.hit(SecretKind.PASSWORD, "password.link", token, token);
        } else if (hasTokenParameter(start, end) || hasTokenSegment(start, end)) {
            analysis.hit(SecretKind.OTP, "otp.link", token, token);
        }
    }

    private boolean startsWith(String word, int start) {
        for (int i = 0; i < word.length(); i++) {
            if (text.at(start + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasPassword(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.chars[i];
            boolean key = c == '?' || c == '&' || c == '#';
            if (key
                    && (valueLength("password", i + 1, end) > 2
                            || valueLength("pass", i + 1, end) > 2
                            || valueLength("pwd", i + 1, end) > 2)) {
                return true;
            }
        }
        return false;
    }

    private int valueLength(String key, int start, int end) {
        int equals = start + key.length();
        if (!startsWith(key, start) || text.at(equals) != '=') {
            return 0;
        }
        int i = equals + 1;
        while (i < end && text.chars[i] != '&') {
            i++;
        }
        return i - equals - 1;
    }

    private boolean hasTokenParameter(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.chars[i];
            if (c != '?' && c != '&' && c != '#') {
                continue;
            }
            int equals = i + 1;
            while (equals < end
                    && (NormText.isWordChar(text.chars[equals]) || "_-.".indexOf(text.chars[equals]) >= 0)) {
                equals++;
            }
            int close = equals + 1;
            while (close < end && text.chars[close] != '&') {
                close++;
            }
            boolean random = text.at(equals) == '=' && close - equals > SHORTEST_TOKEN && isRandom(equals + 1, close);
            if (random && isKey(i + 1, equals)) {
                return true;
            }
        }
        return false;
    }

    /** The whole name of a parameter, or a longer name with such a word in it: {@code auth_token}. */
    private boolean isKey(int start, int end) {
        for (String key : KEYS) {
            for (int i = start; i + key.length() <= end; i++) {
                boolean whole = i == start && i + key.length() == end;
                if (startsWith(key, i) && (whole || key.length() >= SHORTEST_KEY)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code …/login/magic/7e1f0b7d…}: a segment of random characters behind a door of some kind. */
    private boolean hasTokenSegment(int start, int end) {
        boolean door = false;
        int segment = start;
        for (int i = start; i <= end; i++) {
            if (i < end && text.chars[i] != '/' && text.chars[i] != '?') {
                continue;
            }
            if (door && i - segment >= SHORTEST_SEGMENT && isRandom(segment, i)) {
                return true;
            }
            door |= isDoor(segment, i);
            segment = i + 1;
        }
        return false;
    }

    private boolean isDoor(int start, int end) {
        for (String door : DOORS) {
            for (int i = start; i + door.length() <= end; i++) {
                if (startsWith(door, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Not a word: digits among letters, or capitals in the middle, or digits only. */
    private boolean isRandom(int start, int end) {
        int digits = 0;
        int capitals = 0;
        for (int i = start; i < end; i++) {
            digits += NormText.isDigit(text.chars[i]) ? 1 : 0;
            capitals += i > start && text.isUpper(i) ? 1 : 0;
        }
        return digits >= 2 || capitals >= 2;
    }
}
