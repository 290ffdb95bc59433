package md.portar.core.casestatus;

/**
 * One thing that is wrong with a case file. Says where and what kind, never what was written there.
 *
 * @param line the line in the file, counted from 1; 0 for the whole file
 * @param column the column's name, or empty
 */
public record CaseFileProblem(long line, String column, Kind kind) {
    /** What can be wrong. */
    public enum Kind {
        EMPTY("the file holds nothing"),
        COLUMN_MISSING("this column is missing from the first line"),
        COLUMN_UNKNOWN("this column is not known"),
        COLUMN_REPEATED("this column appears twice"),
        NOT_UTF8("the file is not UTF-8 text"),
        UNREADABLE("the line cannot be read"),
        CELLS("the line has more or fewer cells than the first line"),
        VALUE_MISSING("the value is missing"),
        NUMBER("not a case number; expected like C-10482 or 5 to 10 digits"),
        ACCOUNT("not an account id; expected 4 to 12 digits"),
        STATUS("not a status; expected received, in_review, waiting_for_you, escalated, resolved or closed"),
        TIME("not a time; expected like 2026-11-01T14:05:00Z or 2026-11-01 14:05"),
        DUPLICATE("this case number was already on an earlier line");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The problem as a sentence for the operator. */
    public String message() {
        String where = line == 0 ? "" : "line " + line + ": ";
        String what = column.isEmpty() ? "" : column + ": ";
        return where + what + kind.words;
    }
}
