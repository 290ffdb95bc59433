package md.portar.core.guard;

import java.util.Set;

/** Finds where web addresses, e-mail addresses and bank account numbers end, so that no rule reads inside them. */
final class Links {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Set<String> TOP_LEVELS = Set.of(
            "com", "org", "net", "md", "ro", "ru", "ua", "me", "io", "app", "info", "eu", "biz", "dev", "link", "site",
            "online", "bet", "casino", "top", "xyz", "co", "tv", "uk", "de");
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;

    private Links() {}

    /** The end of the address that begins at this character, or the character itself when none does. */
    static int end(NormText text, int i) {
        if (!NormText.isWordChar(text.chars[i]) || i > 0 && NormText.isWordChar(text.chars[i - 1])) {
            return i;
        }
        int scheme = scheme(text, i);
        if (scheme > i) {
            return trimmed(text, i, untilSpace(text, scheme));
        }
        int mail = mail(text, i);
        return mail > i ? mail : iban(text, i);
    }

    static boolean isMail(NormText text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.chars[i] == '@') {
                return true;
            }
            if (text.chars[i] == '/' || text.chars[i] == ':') {
                return false;
            }
        }
        return false;
    }

    private static int scheme(NormText text, int i) {
        int end = i;
        while (end - i < 12 && NormText.isLetter(text.at(end))) {
            end++;
        }
        if (text.at(end) == ':' && text.at(end + 1) == '/' && text.at(end + 2) == '/') {
            return end + 3;
        }
        if (end - i == 3 && text.at(i) == 'w' && text.at(i + 1) == 'w' && text.at(end) == '.') {
            return end + 1;
        }
        return host(text, i);
    }

    /** A bare host with a path, such as example.com/reset. */
    private static int host(NormText text, int i) {
        int end = i;
        boolean dot = false;
        while (end - i < LONGEST_LOCAL_PART && (NormText.isWordChar(text.at(end)) || ".-".indexOf(text.at(end)) >= 0)) {
            dot |= text.at(end) == '.';
            end++;
        }
        boolean topLevel = dot && NormText.isLetter(text.at(end - 1)) && NormText.isLetter(text.at(end - 2));
        boolean path = text.at(end) == '/' && NormText.isWordChar(text.at(end + 1));
        return topLevel && path && isTopLevel(text, end) ? end + 1 : i;
    }

    /** A login such as {@code ion.test} before a slash is no host. */
    private static boolean isTopLevel(NormText text, int end) {
        int dot = end;
        while (text.at(dot - 1) != '.') {
            dot--;
        }
        return TOP_LEVELS.contains(text.slice(dot, end));
    }

    private static int untilSpace(NormText text, int i) {
        int end = i;
        while (end < text.length && !NormText.isSpace(text.chars[end]) && "\"<>()⟦".indexOf(text.chars[end]) < 0) {
            end++;
        }
        return end;
    }

    private static int trimmed(NormText text, int start, int end) {
        int last = end;
        while (last > start && ".,;:!?'".indexOf(text.chars[last - 1]) >= 0) {
            last--;
        }
        return last;
    }

    private static int mail(NormText text, int i) {
        int at = i;
        while (at - i < LONGEST_LOCAL_PART && (NormText.isWordChar(text.at(at)) || "._+-".indexOf(text.at(at)) >= 0)) {
            at++;
        }
        if (text.at(at) != '@' || at == i) {
            return i;
        }
        int end = at + 1;
        int dot = -1;
        while (end - at < LONGEST_LOCAL_PART
                && (NormText.isWordChar(text.at(end)) || ".-".indexOf(text.at(end)) >= 0)) {
            dot = text.chars[end] == '.' && NormText.isLetter(text.at(end + 1)) ? end : dot;
            end++;
        }
        return dot > at + 1 ? trimmed(text, i, end) : i;
    }

    private static int iban(NormText text, int i) {
        boolean country = NormText.isLetter(text.at(i)) && NormText.isLetter(text.at(i + 1));
        if (!country || !NormText.isDigit(text.at(i + 2)) || !NormText.isDigit(text.at(i + 3))) {
            return i;
        }
        int end = i;
        int group = 0;
        int size = 0;
        int last = i;
        while (end < text.length && size <= LONGEST_IBAN) {
            char c = text.chars[end];
            boolean gap = c == ' ' && group == 4;
            if (!gap && !(NormText.isWordChar(c) && c < 128)) {
                break;
            }
            group = gap ? 0 : group + 1;
            size += gap ? 0 : 1;
            end++;
            last = gap ? last : end;
        }
        return size >= SHORTEST_IBAN && isIban(text, i, last) ? last : i;
    }

    /** Mostly digits after the country; the check sum is not asked for, because a mistyped one is an account number too. */
    private static boolean isIban(NormText text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += NormText.isDigit(text.chars[i]) ? 1 : 0;
        }
        return digits >= 10;
    }
}
