package md.portar.bench.report;

import java.util.List;
import java.util.Locale;

/** One bar a figure on a logarithmic scale within its unit, with a whisker from the smallest to the largest round. */
final class Plot {
    private static final int LINE = 22;
    private static final int LABELS = 420;
    private static final int BARS = 460;
    private static final int WIDTH = LABELS + BARS + 120;
    private static final int DECADES = 5;

    private Plot() {}

    static String of(List<Figures.Row> rows) {
        int height = rows.size() * LINE + 2 * LINE;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                height));
        for (int i = 0; i < rows.size(); i++) {
            Figures.Row row = rows.get(i);
            double largest = rows.stream()
                    .filter(other -> other.unit().equals(row.unit()))
                    .mapToDouble(Figures.Row::max)
                    .max()
                    .orElse(1);
            int y = LINE + i * LINE;
            int from = length(row.min(), largest);
            int middle = length(row.median(), largest);
            int to = length(row.max(), largest);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                            + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"12\" fill=\"#4a7ebb\"/>%n"
                            + "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"black\"/>%n"
                            + "<text x=\"%d\" y=\"%d\">%s %s</text>%n",
                    LABELS - 8,
                    y + 10,
                    row.name().replace("&", "&amp;").replace("<", "&lt;"),
                    LABELS,
                    y,
                    middle,
                    LABELS + from,
                    y + 6,
                    LABELS + to,
                    y + 6,
                    LABELS + to + 6,
                    y + 10,
                    Report.number(row.median()),
                    row.unit()));
        }
        return svg.append("</svg>\n").toString();
    }

    /** {@link #DECADES} powers of ten fit beside the largest. */
    private static int length(double value, double largest) {
        if (value <= 0 || largest <= 0) {
            return 1;
        }
        double down = Math.log10(largest / value);
        return (int) Math.max(1, BARS * (1 - down / DECADES));
    }
}
