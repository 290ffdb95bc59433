package md.portar.core.guard;

import java.util.ArrayList;
import java.util.List;

/** Which number ranges the card networks issue, and in which lengths. Read from {@code issuers.txt}. */
final class Issuers {
    private static final int DEPTH = 6;

    private final List<Range> ranges = new ArrayList<>();

    private record Range(int low, int high, int depth, int lengths) {
        boolean holds(String digits) {
            int prefix = Integer.parseInt(digits, 0, depth, 10);
            return prefix >= low && prefix <= high && (lengths >> digits.length() & 1) != 0;
        }
    }

    /** Lines of {@code network low[-high] length[,length|-length…]}. */
    static Issuers read() {
        Issuers issuers = new Issuers();
        for (String line : LexiconReader.lines(LexiconReader.FOLDER + "issuers.txt")) {
            String[] parts = line.split("\\s+");
            String[] bounds = parts[1].split("-");
            issuers.ranges.add(new Range(
                    Integer.parseInt(bounds[0]),
                    Integer.parseInt(bounds[bounds.length - 1]),
                    bounds[0].length(),
                    lengths(parts[2])));
        }
        return issuers;
    }

    private static int lengths(String spec) {
        int set = 0;
        for (String part : spec.split(",")) {
            String[] bounds = part.split("-");
            for (int n = Integer.parseInt(bounds[0]); n <= Integer.parseInt(bounds[bounds.length - 1]); n++) {
                set |= 1 << n;
            }
        }
        return set;
    }

    boolean know(String digits) {
        if (digits.length() < DEPTH) {
            return false;
        }
        for (Range range : ranges) {
            if (range.holds(digits)) {
                return true;
            }
        }
        return false;
    }

    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
