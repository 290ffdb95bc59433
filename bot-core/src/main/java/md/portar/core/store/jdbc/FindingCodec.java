package md.portar.core.store.jdbc;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import md.portar.core.guard.Finding;
import md.portar.core.guard.SecretKind;
import org.jspecify.annotations.Nullable;

/**
 * Findings as {@code KIND,rule;KIND,rule}. Where in the message a secret stood and how long it was is not kept: that says
 * something about it.
 */
final class FindingCodec {
    private static final String WITHHELD_LATER = "context.earlier-part";

    private FindingCodec() {}

    static @Nullable String write(List<Finding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        StringBuilder stored = new StringBuilder();
        for (Finding finding : findings) {
            stored.append(finding.kind().name())
                    .append(',')
                    .append(finding.rule())
                    .append(';');
        }
        return stored.toString();
    }

    static @Nullable String writeKinds(Set<SecretKind> kinds) {
        return write(kinds.stream()
                .map(kind -> new Finding(kind, WITHHELD_LATER, 0, 0))
                .toList());
    }

    static List<Finding> read(@Nullable String stored) {
        List<Finding> findings = new ArrayList<>();
        if (stored == null) {
            return findings;
        }
        for (String entry : stored.split(";")) {
            int comma = entry.indexOf(',');
            if (comma > 0) {
                findings.add(
                        new Finding(SecretKind.valueOf(entry.substring(0, comma)), entry.substring(comma + 1), 0, 0));
            }
        }
        return findings;
    }

    static Set<SecretKind> kinds(@Nullable String stored) {
        Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
        read(stored).forEach(finding -> kinds.add(finding.kind()));
        return kinds;
    }
}
