package md.portar.core.guard;

/** The words that stand where a secret was. They survive screening untouched and can never become a finding. */
final class Markers {
    /** Stands for text beyond the length that is screened. */
    static final String REST = "⟦…⟧";

    private static final SecretKind[] KINDS = SecretKind.values();

    private Markers() {}

    static String of(SecretKind kind) {
        return "⟦" + kind.name() + "⟧";
    }

    /** The offset after the marker that begins here, or -1 when these are only brackets somebody typed. */
    static int endOfMarker(String text, int start) {
        for (SecretKind kind : KINDS) {
            String marker = of(kind);
            if (text.startsWith(marker, start)) {
                return start + marker.length();
            }
        }
        return text.startsWith(REST, start) ? start + REST.length() : -1;
    }
}
