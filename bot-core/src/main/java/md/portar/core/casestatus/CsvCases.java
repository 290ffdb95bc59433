package md.portar.core.casestatus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.casestatus.CaseFileProblem.Kind;

/** Rows of a CSV file with a header; the separator is whichever the header uses. */
final class CsvCases {
    private static final int LONGEST_HEADER = 10_000;

    private final CaseRow row;
    private final CaseFile.Rows rows;

    CsvCases(CaseRow row, CaseFile.Rows rows) {
        this.row = row;
        this.rows = rows;
    }

    void read(BufferedReader file) throws IOException {
        char separator = separator(file);
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        try (MappingIterator<String[]> lines = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .readerFor(String[].class)
                .with(schema)
                .readValues(file)) {
            if (!lines.hasNextValue()) {
                rows.problem(new CaseFileProblem(0, "", Kind.EMPTY));
                return;
            }
            List<String> columns = header(lines.nextValue());
            if (!columns.isEmpty()) {
                readRows(lines, columns);
            }
        } catch (JsonProcessingException broken) {
            // Its message may quote the file, so only the place is passed on.
            long line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            rows.problem(new CaseFileProblem(line, "", Kind.UNREADABLE));
        }
        if (rows.isEmpty() && rows.hasNoProblems()) {
            rows.problem(new CaseFileProblem(0, "", Kind.EMPTY));
        }
    }

    private void readRows(MappingIterator<String[]> lines, List<String> columns) throws IOException {
        while (lines.hasNextValue()) {
            long line = lines.getCurrentLocation().getLineNr();
            String[] cells = lines.nextValue();
            long after = lines.getCurrentLocation().getLineNr();
            long at = after > line ? after - 1 : line;
            if (cells.length != columns.size()) {
                rows.counted();
                rows.problem(new CaseFileProblem(at, "", Kind.CELLS));
                continue;
            }
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                named.put(columns.get(i), cells[i] == null ? "" : cells[i]);
            }
            row.read(at, named, rows);
        }
    }

    /** The columns' own names in the order of the file; empty when the header is wrong. */
    private List<String> header(String[] written) {
        List<String> columns = new ArrayList<>();
        boolean wrong = false;
        for (int i = 0; i < written.length; i++) {
            Optional<String> column = CaseRow.column(written[i]);
            if (column.isEmpty()) {
                rows.problem(new CaseFileProblem(1, "column " + (i + 1), Kind.COLUMN_UNKNOWN));
                wrong = true;
            } else if (columns.contains(column.get())) {
                rows.problem(new CaseFileProblem(1, column.get(), Kind.COLUMN_REPEATED));
                wrong = true;
            } else {
                columns.add(column.get());
            }
        }
        for (String needed : CaseRow.COLUMNS) {
            if (!columns.contains(needed)) {
                rows.problem(new CaseFileProblem(1, needed, Kind.COLUMN_MISSING));
                wrong = true;
            }
        }
        return wrong ? List.of() : columns;
    }

    private static char separator(BufferedReader file) throws IOException {
        file.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = file.read();
            if (c < 0 || c == '\n') {
                break;
            }
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
        }
        file.reset();
        return semicolons > commas ? ';' : ',';
    }
}
