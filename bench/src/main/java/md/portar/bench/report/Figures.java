package md.portar.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures by name, in the order of their first appearance, each with one value a round. */
public final class Figures {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, String> baselines = new LinkedHashMap<>();

    /** Adds this round's value. */
    public void add(String name, String unit, double value) {
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        units.put(name, unit);
    }

    /** Says that a figure is to be read as a ratio to another one of the same round. */
    public void relate(String name, String baseline) {
        baselines.put(name, baseline);
    }

    /** Smallest, middle and largest value, and the middle ratio to the baseline. */
    public record Row(
            String name, String unit, double min, double median, double max, Optional<Double> ratio, int rounds) {}

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        values.forEach((name, list) -> {
            double[] sorted =
                    list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            rows.add(new Row(
                    name,
                    units.getOrDefault(name, ""),
                    sorted[0],
                    median(sorted),
                    sorted[sorted.length - 1],
                    ratio(name, list),
                    list.size()));
        });
        return rows;
    }

    private Optional<Double> ratio(String name, List<Double> list) {
        List<Double> base = values.get(baselines.getOrDefault(name, ""));
        if (base == null) {
            return Optional.empty();
        }
        double[] ratios = new double[Math.min(base.size(), list.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = list.get(i) / base.get(i);
        }
        Arrays.sort(ratios);
        return Optional.of(median(ratios));
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
