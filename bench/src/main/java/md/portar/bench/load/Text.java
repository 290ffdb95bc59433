package md.portar.bench.load;

/** What is read out of calls without parsing them. */
final class Text {
    private Text() {}

    /** The digits that follow the first occurrence of {@code lead}; -1 without any. */
    static long numberAfter(String text, String lead) {
        int at = text.indexOf(lead);
        if (at < 0) {
            return -1;
        }
        long value = -1;
        for (int i = at + lead.length(); i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            value = Math.max(0, value) * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
