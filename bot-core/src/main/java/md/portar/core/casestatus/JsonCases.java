package md.portar.core.casestatus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import md.portar.core.casestatus.CaseFileProblem.Kind;

/** Rows of a file with one JSON object a line. */
final class JsonCases {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CaseRow row;
    private final CaseFile.Rows rows;

    JsonCases(CaseRow row, CaseFile.Rows rows) {
        this.row = row;
        this.rows = rows;
    }

    void read(BufferedReader file) throws IOException {
        long line = 0;
        for (String text = file.readLine(); text != null; text = file.readLine()) {
            line++;
            if (!text.isBlank()) {
                readLine(line, text);
            }
        }
        if (rows.isEmpty()) {
            rows.problem(new CaseFileProblem(0, "", Kind.EMPTY));
        }
    }

    private void readLine(long line, String text) {
        Optional<JsonNode> object = parse(text);
        if (object.isEmpty()) {
            rows.counted();
            rows.problem(new CaseFileProblem(line, "", Kind.UNREADABLE));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (Iterator<String> names = object.get().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Optional<String> column = CaseRow.column(name);
            if (column.isEmpty()) {
                rows.counted();
                rows.problem(new CaseFileProblem(line, "", Kind.COLUMN_UNKNOWN));
                return;
            }
            cells.put(column.get(), object.get().get(name).asText(""));
        }
        row.read(line, cells, rows);
    }

    /** Empty for anything but an object; the parser's complaint may quote the line and is dropped. */
    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }
}
