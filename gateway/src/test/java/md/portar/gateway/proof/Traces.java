package md.portar.gateway.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for a value in bytes in every writing in which it could have been kept: as it is in UTF-8 and UTF-16, in URLs, with
 * escapes as in JSON, in hexadecimal digits and inside longer Base64. Capitals and small letters are the same, except in
 * Base64. Immutable and thread-safe.
 */
public final class Traces {
    private final Map<String, String> writings = new LinkedHashMap<>();
    private final Map<String, String> exactWritings = new LinkedHashMap<>();

    private Traces(String value) {
        folded("plain", latin(value.getBytes(StandardCharsets.UTF_8)));
        folded("UTF-16LE", latin(value.getBytes(StandardCharsets.UTF_16LE)));
        folded("UTF-16BE", latin(value.getBytes(StandardCharsets.UTF_16BE)));
        folded("URL", each(value, "%%%02x"));
        folded("JSON", each(value, "\\u%04x"));
        folded("hexadecimal", each(value, "%02x"));
        folded("form", value.replace(' ', '+'));
        folded("path", value.replace(" ", "%20"));
        for (int before = 0; before < 3; before++) {
            exactWritings.put("Base64 after " + before, base64(value, before));
        }
    }

    /** Looks for this value: at least 6 characters of ASCII that stand nowhere by chance. */
    public static Traces of(String value) {
        if (value.length() < 6) {
            throw new IllegalArgumentException("too short to be found in Base64 without chance hits");
        }
        return new Traces(value);
    }

    /** The writings in which the value is there; empty when it is not. */
    public List<String> in(byte[] content) {
        String exact = latin(content);
        String lower = exact.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        writings.forEach((name, writing) -> {
            if (lower.contains(writing)) {
                found.add(name);
            }
        });
        exactWritings.forEach((name, writing) -> {
            if (exact.contains(writing)) {
                found.add(name);
            }
        });
        return found;
    }

    private void folded(String name, String writing) {
        writings.put(name, writing.toLowerCase(Locale.ROOT));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String each(String value, String format) {
        StringBuilder written = new StringBuilder();
        value.chars().forEach(c -> written.append(format.formatted(c)));
        return written.toString();
    }

    /** What is the same whatever stands around the value, when that many bytes modulo three stand before it. */
    private static String base64(String value, int before) {
        byte[] bytes = ("x".repeat(before) + value).getBytes(StandardCharsets.UTF_8);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return encoded.substring((before * 8 + 5) / 6, bytes.length * 8 / 6);
    }
}
