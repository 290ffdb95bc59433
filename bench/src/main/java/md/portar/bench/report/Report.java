package md.portar.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes figures as a table for people, CSV and JSON for programs, and a picture. */
public final class Report {
    private static final String TABLE = "%-52s %-8s %12s %12s %12s %10s%n";

    private Report() {}

    /** The table. */
    public static String table(Figures figures) {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, TABLE, "figure", "unit", "min", "median", "max", "× no-op"));
        for (Figures.Row row : figures.rows()) {
            table.append(String.format(
                    Locale.ROOT,
                    TABLE,
                    row.name(),
                    row.unit(),
                    number(row.min()),
                    number(row.median()),
                    number(row.max()),
                    row.ratio().map(Report::number).orElse("")));
        }
        return table.toString();
    }

    /** Writes {@code figures.csv}, {@code figures.json} and {@code figures.svg} into a folder. */
    public static void write(Figures figures, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Figures.Row> rows = figures.rows();
        StringBuilder csv = new StringBuilder("figure,unit,rounds,min,median,max,ratio_to_noop\n");
        ArrayNode json = new ObjectMapper().createArrayNode();
        for (Figures.Row row : rows) {
            String ratio = row.ratio().map(Report::number).orElse("");
            csv.append(String.join(
                            ",",
                            row.name().replace(',', ';'),
                            row.unit(),
                            String.valueOf(row.rounds()),
                            number(row.min()),
                            number(row.median()),
                            number(row.max()),
                            ratio))
                    .append('\n');
            ObjectNode node = json.addObject()
                    .put("figure", row.name())
                    .put("unit", row.unit())
                    .put("rounds", row.rounds())
                    .put("min", row.min())
                    .put("median", row.median())
                    .put("max", row.max());
            row.ratio().ifPresent(value -> node.put("ratio_to_noop", value));
        }
        Files.writeString(folder.resolve("figures.csv"), csv);
        Files.writeString(folder.resolve("figures.json"), json.toPrettyString());
        Files.writeString(folder.resolve("figures.svg"), Plot.of(rows));
    }

    static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, form, value);
    }
}
