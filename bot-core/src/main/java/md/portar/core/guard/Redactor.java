package md.portar.core.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Turns hits into what may be kept: the text with markers where the borders are sure, else markers and nothing else. */
final class Redactor {
    private Redactor() {}

    /** What is left of a text, and what was found in it. */
    record Redaction(String text, List<Finding> findings, boolean whole) {}

    static Redaction redact(NormText text, List<Hit> hits) {
        List<Hit> ordered = merged(hits);
        if (ordered.stream().anyMatch(Hit::unsure)) {
            List<Finding> findings = ordered.stream()
                    .map(hit -> finding(hit, 0, text.raw.length()))
                    .toList();
            return new Redaction(markers(ordered), findings, true);
        }
        StringBuilder kept = new StringBuilder(text.raw.length());
        List<Finding> findings = new ArrayList<>();
        int done = 0;
        for (Hit hit : ordered) {
            // One character as written may fold to several, and two hits may then share it: "⅐" is "1⁄7".
            int from = Math.max(done, text.from[hit.start()]);
            int to = Math.max(from, text.to[hit.end() - 1]);
            kept.append(text.raw, done, from).append(Markers.of(hit.kind()));
            findings.add(finding(hit, from, to - from));
            done = to;
        }
        int end = text.cut ? (text.length == 0 ? 0 : text.to[text.length - 1]) : text.raw.length();
        kept.append(text.raw, done, Math.max(done, end));
        return new Redaction(text.cut ? kept.append(Markers.REST).toString() : kept.toString(), findings, false);
    }

    private static Finding finding(Hit hit, int position, int length) {
        return new Finding(hit.kind(), hit.rule(), position, length);
    }

    private static String markers(List<Hit> hits) {
        TreeSet<SecretKind> kinds = new TreeSet<>();
        hits.forEach(hit -> kinds.add(hit.kind()));
        return String.join(" ", kinds.stream().map(Markers::of).toList());
    }

    /** In order and without overlaps: of two that overlap the first stays and is widened. */
    private static List<Hit> merged(List<Hit> hits) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::kind));
        List<Hit> merged = new ArrayList<>();
        for (Hit hit : sorted) {
            Hit last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && hit.start() < last.end()) {
                int end = Math.max(last.end(), hit.end());
                merged.set(
                        merged.size() - 1,
                        new Hit(last.kind(), last.rule(), last.start(), end, last.unsure() || hit.unsure()));
            } else {
                merged.add(hit);
            }
        }
        return merged;
    }
}
