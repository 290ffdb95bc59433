package md.portar.whatsapp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import md.portar.core.channel.MalformedUpdate;

/**
 * A decoded {@code application/x-www-form-urlencoded} body. Keeps every value of a repeated key, since all of them are signed.
 * Prints no value.
 */
final class WhatsAppForm {
    private static final int MOST_FIELDS = 500;

    private final Map<String, List<String>> fields;

    private WhatsAppForm(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static WhatsAppForm parse(byte[] body) throws MalformedUpdate {
        Map<String, List<String>> fields = new TreeMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        int count = 0;
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            if (++count > MOST_FIELDS) {
                throw malformed();
            }
            int equals = part.indexOf('=');
            String key = decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decode(part.substring(equals + 1));
            fields.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
        }
        return new WhatsAppForm(fields);
    }

    private static String decode(String text) throws MalformedUpdate {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            throw malformed();
        }
    }

    private static MalformedUpdate malformed() {
        return new MalformedUpdate(WhatsAppChannelFactory.ID, MalformedUpdate.Reason.NOT_A_FORM);
    }

    /** All fields by key, in the order in which they are signed. */
    Map<String, List<String>> all() {
        return fields;
    }

    /** The first value; empty when the field is absent or has no value. */
    Optional<String> get(String key) {
        List<String> values = fields.getOrDefault(key, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    boolean has(String key) {
        return get(key).isPresent();
    }

    @Override
    public String toString() {
        return "WhatsAppForm[" + fields.size() + " fields]";
    }
}
