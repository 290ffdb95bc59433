package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Bot API as its machine-readable description has it: methods, fields, types, also inside of nested objects. Lets pass
 * what TelegramBots adds: the method's name as a field, and a chat's number as text.
 */
final class TelegramSpec implements WireCheck {
    private static final Pattern CALL = Pattern.compile("/bot[^/]+/([A-Za-z]+)");
    private static final String ARRAY = "Array of ";

    private final Map<String, JsonNode> methods = new HashMap<>();
    private final JsonNode types;

    TelegramSpec(JsonNode description) {
        description.path("methods").properties().forEach(method -> {
            methods.put(method.getKey().toLowerCase(Locale.ROOT), method.getValue());
        });
        types = description.path("types");
    }

    @Override
    public List<String> broken(ChatApp app, WireRequest request) {
        Matcher call = CALL.matcher(request.path());
        if (app != ChatApp.TELEGRAM || !call.matches()) {
            return List.of();
        }
        JsonNode method = methods.get(call.group(1).toLowerCase(Locale.ROOT));
        if (method == null) {
            return List.of("Bot API: there is no such method");
        }
        ObjectNode params = request.isJson() ? request.json().orElseGet(Json::object) : typed(method, request.form());
        ObjectNode known = params.deepCopy();
        known.remove("method");
        List<String> broken = new ArrayList<>();
        fields("", method.path("fields"), known, broken);
        return broken.stream().map(rule -> "Bot API: " + rule).toList();
    }

    /** Forms carry text only; what is not text by its type is written as JSON there. */
    private static ObjectNode typed(JsonNode method, Form form) {
        ObjectNode params = Json.object();
        for (String name : form.names()) {
            boolean text = true;
            for (JsonNode field : method.path("fields")) {
                if (field.path("name").asText().equals(name)) {
                    text = names(field).contains("String");
                }
            }
            JsonNode asText = params.textNode(form.get(name));
            params.set(name, text ? asText : Json.read(form.get(name)).orElse(asText));
        }
        form.uploads().keySet().forEach(name -> params.put(name, "attach://" + name));
        return params;
    }

    private static Set<String> names(JsonNode field) {
        Set<String> names = new HashSet<>();
        field.path("types").forEach(type -> names.add(type.asText()));
        return names;
    }

    private void fields(String at, JsonNode fields, JsonNode given, List<String> broken) {
        Set<String> known = new HashSet<>();
        for (JsonNode field : fields) {
            String name = field.path("name").asText();
            known.add(name);
            if (given.hasNonNull(name)) {
                oneOf(at + name, names(field), given.path(name), broken);
            } else if (field.path("required").asBoolean()) {
                broken.add(at + name + " is required");
            }
        }
        given.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                broken.add("unknown field " + at + name);
            }
        });
    }

    /** Fits when it fits one of the types; otherwise tells what is wrong with the type it is nearest to. */
    private void oneOf(String at, Set<String> names, JsonNode given, List<String> broken) {
        List<List<String>> tries = new ArrayList<>();
        for (String name : names) {
            List<String> found = new ArrayList<>();
            type(at, name, given, found);
            tries.add(found);
        }
        tries.stream().min(Comparator.comparingInt(List::size)).ifPresent(broken::addAll);
    }

    private void type(String at, String name, JsonNode given, List<String> broken) {
        if (name.startsWith(ARRAY)) {
            if (!given.isArray()) {
                broken.add(at + " must be an array");
            }
            for (JsonNode item : given) {
                type(at + "[]", name.substring(ARRAY.length()), item, broken);
            }
            return;
        }
        boolean fits = switch (name) {
            case "String", "InputFile" -> given.isTextual();
            case "Integer" -> given.isIntegralNumber();
            case "Float" -> given.isNumber();
            case "Boolean", "True" -> given.isBoolean();
            default -> given.isObject();
        };
        if (!fits) {
            broken.add(at + " must be " + name + ", is "
                    + given.getNodeType().name().toLowerCase(Locale.ROOT));
            return;
        }
        JsonNode type = types.path(name);
        if (type.has("subtypes")) {
            Set<String> subtypes = new HashSet<>();
            type.path("subtypes").forEach(subtype -> subtypes.add(subtype.asText()));
            oneOf(at, subtypes, given, broken);
        } else if (type.has("fields")) {
            fields(at + ".", type.path("fields"), given, broken);
        }
    }
}
