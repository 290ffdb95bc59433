package md.portar.core.guard;

/**
 * One number of a text, however it was written.
 *
 * @param first its first token
 * @param last its last token
 * @param start where it begins in the folded text
 * @param end where it ends
 * @param digits the digits it stands for
 * @param groups how many groups they were typed in
 * @param spelled whether words took part
 */
record Num(int first, int last, int start, int end, String digits, int groups, boolean spelled) {
    int size() {
        return digits.length();
    }

    @Override
    public String toString() {
        return "Num[" + digits.length() + " digits]";
    }
}
