package md.portar.core.guard;

/** Reads digits and signs that stand for letters. */
final class Leet {
    private static final String SIGNS = "0134578@$!|";
    private static final String LATIN = "oleastbasil";
    private static final String CYRILLIC = "оизастваsil";

    private Leet() {}

    static boolean isLeet(char c) {
        return SIGNS.indexOf(c) >= 0;
    }

    static char[] read(char[] chars, int start, int end, boolean cyrillic) {
        String letters = cyrillic ? CYRILLIC : LATIN;
        char[] read = new char[end - start];
        for (int i = start; i < end; i++) {
            int at = SIGNS.indexOf(chars[i]);
            read[i - start] = at < 0 ? chars[i] : letters.charAt(at);
        }
        return read;
    }
}
