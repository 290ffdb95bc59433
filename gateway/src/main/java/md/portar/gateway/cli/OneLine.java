package md.portar.gateway.cli;

/** Makes anybody's words fit for one line of a terminal: without control characters, and cut. */
final class OneLine {
    private static final int LONGEST = 100;

    private OneLine() {}

    static String of(String words) {
        StringBuilder line = new StringBuilder();
        words.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .forEach(line::appendCodePoint);
        boolean cut = words.codePointCount(0, words.length()) > LONGEST;
        return line.toString().strip() + (cut ? "…" : "");
    }
}
