package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of OpenAPI that Twilio's descriptions use, for one document. */
final class OpenApi {
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    JsonNode paths() {
        return document.path("paths");
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = document.path("components")
                    .path("schemas")
                    .path(found.path("$ref").asText().substring(REFERENCE.length()));
        }
        return found;
    }

    /** Checks a form; every value of it is text. */
    void form(JsonNode reference, Form form, List<String> broken) {
        JsonNode schema = resolved(reference);
        schema.path("required").forEach(name -> {
            if (form.first(name.asText()).isEmpty()) {
                broken.add(name.asText() + " is required");
            }
        });
        form.fields().forEach((name, values) -> {
            JsonNode property = resolved(schema.path("properties").path(name));
            if (property.isMissingNode()) {
                broken.add("unknown field " + name);
                return;
            }
            boolean list = property.path("type").asText().equals("array");
            JsonNode one = list ? resolved(property.path("items")) : property;
            values.forEach(value -> text(name, one, value, broken));
        });
    }

    /** Checks text where a schema may want a number or a truth value. */
    void text(String at, JsonNode reference, String value, List<String> broken) {
        JsonNode schema = resolved(reference);
        switch (schema.path("type").asText()) {
            case "integer" -> fits(at, value, "-?\\d+", "an integer", broken);
            case "number" -> fits(at, value, "-?\\d+(\\.\\d+)?", "a number", broken);
            case "boolean" -> fits(at, value, "true|false", "true or false", broken);
            default -> string(at, schema, value, broken);
        }
    }

    private static void fits(String at, String value, String pattern, String what, List<String> broken) {
        if (!value.matches(pattern)) {
            broken.add(at + " must be " + what);
        }
    }

    private static void string(String at, JsonNode schema, String value, List<String> broken) {
        int length = value.length();
        if (length < schema.path("minLength").asInt(0)
                || length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            broken.add(at + " has a length of " + length);
        }
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").asText())
                        .matcher(value)
                        .find()) {
            broken.add(at + " does not fit its pattern");
        }
        if (schema.path("format").asText().equals("uri") && !value.matches("[a-z][a-z0-9+.-]*:\\S+")) {
            broken.add(at + " must be an absolute address");
        }
        if (schema.has("enum")) {
            boolean named = false;
            for (JsonNode one : schema.path("enum")) {
                named |= one.asText().equals(value);
            }
            if (!named) {
                broken.add(at + " is none of the values there are");
            }
        }
    }

    /** Checks JSON. */
    void json(String at, JsonNode reference, JsonNode given, List<String> broken) {
        JsonNode schema = resolved(reference);
        if (schema.has("oneOf")) {
            List<String> nearest = List.of();
            for (JsonNode one : schema.path("oneOf")) {
                List<String> found = new ArrayList<>();
                json(at, one, given, found);
                if (found.isEmpty()) {
                    return;
                }
                nearest = nearest.isEmpty() || found.size() < nearest.size() ? found : nearest;
            }
            broken.addAll(nearest);
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> object(at, schema, given, broken);
            case "array" -> {
                if (!given.isArray()) {
                    broken.add(at + " must be an array");
                }
                given.forEach(item -> json(at + "[]", schema.path("items"), item, broken));
            }
            case "string" -> {
                if (given.isTextual()) {
                    string(at, schema, given.asText(), broken);
                } else {
                    broken.add(at + " must be a string, is "
                            + given.getNodeType().name().toLowerCase(Locale.ROOT));
                }
            }
            case "boolean" -> kind(at, given.isBoolean(), "true or false", broken);
            case "integer" -> kind(at, given.isIntegralNumber(), "an integer", broken);
            case "number" -> kind(at, given.isNumber(), "a number", broken);
            default -> {
                // anything goes
            }
        }
    }

    private static void kind(String at, boolean fits, String what, List<String> broken) {
        if (!fits) {
            broken.add(at + " must be " + what);
        }
    }

    private void object(String at, JsonNode schema, JsonNode given, List<String> broken) {
        if (!given.isObject()) {
            broken.add(at + " must be an object");
            return;
        }
        String prefix = at.isEmpty() ? "" : at + ".";
        schema.path("required").forEach(name -> {
            if (!given.hasNonNull(name.asText())) {
                broken.add(prefix + name.asText() + " is required");
            }
        });
        JsonNode more = schema.path("additionalProperties");
        given.properties().forEach(field -> {
            JsonNode property = schema.path("properties").path(field.getKey());
            if (!property.isMissingNode()) {
                json(prefix + field.getKey(), property, field.getValue(), broken);
            } else if (more.isObject()) {
                json(prefix + field.getKey(), more, field.getValue(), broken);
            } else {
                broken.add("unknown field " + prefix + field.getKey());
            }
        });
    }
}
