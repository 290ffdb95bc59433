package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Columns that line up: words to the left, figures to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean figures;

    private TextTable(List<String> header, boolean figures) {
        rows.add(List.copyOf(header));
        this.figures = figures;
    }

    /** All columns but the first hold figures. */
    static TextTable ofFigures(List<String> header) {
        return new TextTable(header, true);
    }

    /** All columns hold words. */
    static TextTable ofWords(List<String> header) {
        return new TextTable(header, false);
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** A line with a title only. */
    void heading(String title) {
        rows.add(List.of(title));
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : "  ").append(figures && i > 0 ? padding + row.get(i) : row.get(i) + padding);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** A share with four decimals; a dash where there is none. */
    static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }
}
