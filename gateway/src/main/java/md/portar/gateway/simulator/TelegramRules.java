package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the Bot API documents about its methods: fields, types, limits. */
final class TelegramRules {
    private static final int CALLBACK_DATA_BYTES = 64;

    /** One parameter of a method. */
    record Field(String type, boolean required) {}

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Map<String, Field>> methods = new HashMap<>();

    TelegramRules() {
        for (String line : table().split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.trim().split(" ");
                Map<String, Field> fields = new LinkedHashMap<>();
                for (int i = 1; i < parts.length; i++) {
                    String[] field = parts[i].split(":");
                    boolean required = field[1].endsWith("!");
                    fields.put(
                            field[0],
                            new Field(required ? field[1].substring(0, field[1].length() - 1) : field[1], required));
                }
                methods.put(parts[0], fields);
                names.put(parts[0].toLowerCase(Locale.ROOT), parts[0]);
            }
        }
    }

    private static String table() {
        try (InputStream in = TelegramRules.class.getResourceAsStream("telegram-methods.txt")) {
            if (in == null) {
                throw new IllegalStateException("telegram-methods.txt is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Map<String, Map<String, Field>> methods() {
        return methods;
    }

    /** The method as documented; names on the wire may differ in case. */
    Optional<String> method(String asCalled) {
        return Optional.ofNullable(names.get(asCalled.toLowerCase(Locale.ROOT)));
    }

    /** Turns form values into the types the method documents. */
    ObjectNode typed(String method, Form form) {
        ObjectNode params = Json.object();
        for (String name : form.names()) {
            String value = form.get(name);
            Field field = fields(method).get(name);
            params.set(name, field == null ? Json.object().textNode(value) : typed(field.type(), value));
        }
        form.uploads().forEach((name, upload) -> params.put(name, "attach://" + name));
        return params;
    }

    private static JsonNode typed(String type, String value) {
        JsonNode text = Json.object().textNode(value);
        return switch (type) {
            case "integer", "number", "boolean", "array", "object" ->
                Json.read(value).orElse(text);
            default -> text;
        };
    }

    /** Every documented rule this call breaks, in words without content. */
    List<String> broken(String method, ObjectNode params) {
        List<String> broken = new ArrayList<>();
        fields(method).forEach((name, field) -> {
            JsonNode value = params.get(name);
            if (value == null || value.isNull()) {
                if (field.required()) {
                    broken.add(name + " is required");
                }
            } else if (!fits(field.type(), value)) {
                broken.add(name + " must be " + field.type() + ", is "
                        + value.getNodeType().name().toLowerCase(Locale.ROOT));
            }
        });
        params.fieldNames().forEachRemaining(name -> {
            if (!fields(method).containsKey(name) && !name.equals("method")) {
                broken.add("unknown field " + name);
            }
        });
        if (!missing(method, params)) {
            broken.addAll(TelegramLimits.broken(method, params));
        }
        keyboard(params.path("reply_markup").path("inline_keyboard"), broken);
        return broken;
    }

    /** Without what is required, its length is no matter. */
    private boolean missing(String method, ObjectNode params) {
        return fields(method).entrySet().stream()
                .anyMatch(field -> field.getValue().required() && !params.hasNonNull(field.getKey()));
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "id" -> value.isIntegralNumber() || value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> value.getNodeType() == JsonNodeType.STRING;
        };
    }

    private static void keyboard(JsonNode rows, List<String> broken) {
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                if (button.path("text").asText().isEmpty()) {
                    broken.add("a button has no text");
                }
                if (actions(button) != 1) {
                    broken.add("a button needs exactly one action, has " + actions(button));
                }
                if (!dataFits(button)) {
                    broken.add("callback_data must have 1 to " + CALLBACK_DATA_BYTES + " bytes");
                }
            }
        }
    }

    private static int actions(JsonNode button) {
        int actions = 0;
        for (var names = button.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            boolean looks = name.equals("text") || name.equals("style") || name.equals("icon_custom_emoji_id");
            actions += looks ? 0 : 1;
        }
        return actions;
    }

    private static boolean dataFits(JsonNode button) {
        if (!button.has("callback_data")) {
            return true;
        }
        int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
        return bytes >= 1 && bytes <= CALLBACK_DATA_BYTES;
    }

    /** Whether the platform itself would refuse the keyboard. */
    static boolean keyboardAccepted(JsonNode rows) {
        for (JsonNode row : rows) {
            for (JsonNode button : row) {
                if (!dataFits(button) || actions(button) != 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private Map<String, Field> fields(String method) {
        return methods.getOrDefault(method, Map.of());
    }
}
