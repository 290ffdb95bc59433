package md.portar.core.casestatus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import md.portar.core.conversation.CaseNumber;

/**
 * Reads cases from a file, row by row, so that its size does not matter. A bad row is reported with its line and left out; a
 * file whose columns or encoding are wrong yields nothing more from there on. What to do with the rest is the caller's choice.
 */
public final class CaseFile {
    private static final int MOST_PROBLEMS_KEPT = 200;

    private final ZoneId zone;

    /** @param zone in which times without an offset are meant */
    public CaseFile(ZoneId zone) {
        this.zone = zone;
    }

    /** How the file is written. */
    public enum Format {
        /** A header line and comma- or semicolon-separated rows. */
        CSV,
        /** One JSON object a line. */
        JSONL
    }

    /**
     * @param rows how many rows were looked at
     * @param accepted how many of them were good
     * @param problems the first problems, in order
     * @param problemCount how many there were in all
     */
    public record Report(long rows, long accepted, List<CaseFileProblem> problems, long problemCount) {
        public Report {
            problems = List.copyOf(problems);
        }

        public boolean isClean() {
            return problemCount == 0;
        }
    }

    /**
     * Hands every good row over, in order.
     *
     * @throws IOException when the file itself cannot be read
     */
    public Report read(InputStream file, Format format, Consumer<CaseRecord> each) throws IOException {
        Rows rows = new Rows(each);
        try (BufferedReader reader = new BufferedReader(strictly(file))) {
            skipByteOrderMark(reader);
            if (format == Format.CSV) {
                new CsvCases(new CaseRow(zone), rows).read(reader);
            } else {
                new JsonCases(new CaseRow(zone), rows).read(reader);
            }
        } catch (CharacterCodingException broken) {
            rows.problem(new CaseFileProblem(0, "", CaseFileProblem.Kind.NOT_UTF8));
        }
        return rows.report();
    }

    /** Refuses bytes that are not UTF-8, instead of storing question marks. */
    private static Reader strictly(InputStream file) {
        return new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** Takes rows and problems in; knows which numbers were seen. */
    static final class Rows {
        private final Consumer<CaseRecord> each;
        private final Set<CaseNumber> seen = new HashSet<>();
        private final List<CaseFileProblem> problems = new ArrayList<>();
        private long rows;
        private long accepted;
        private long problemCount;

        private Rows(Consumer<CaseRecord> each) {
            this.each = each;
        }

        void counted() {
            rows++;
        }

        void good(long line, CaseRecord row) {
            if (!seen.add(row.number())) {
                problem(new CaseFileProblem(line, CaseRow.NUMBER, CaseFileProblem.Kind.DUPLICATE));
                return;
            }
            accepted++;
            each.accept(row);
        }

        void problem(CaseFileProblem problem) {
            problemCount++;
            if (problems.size() < MOST_PROBLEMS_KEPT) {
                problems.add(problem);
            }
        }

        boolean isEmpty() {
            return rows == 0;
        }

        boolean hasNoProblems() {
            return problemCount == 0;
        }

        private Report report() {
            return new Report(rows, accepted, problems, problemCount);
        }
    }
}
