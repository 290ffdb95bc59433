package md.portar.gateway.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.SimulatorSettings;

/** The adapters' recorded webhooks, each as often as it has fields, with other words in one field at a time. */
final class Fixtures {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the platform gives out and no person can write: handles, by which things are found again, and so kept as they are.
     */
    private static final Set<String> HANDLES = Set.of(
            "id",
            "mid",
            "media_group_id",
            "MessageSid",
            "SmsMessageSid",
            "SmsSid",
            "AccountSid",
            "OriginalRepliedMessageSid",
            "From",
            "To",
            "WaId");

    private final SimulatorSettings accounts;
    private int number;

    Fixtures(SimulatorSettings accounts) {
        this.accounts = accounts;
    }

    /**
     * A webhook with other words in one field.
     *
     * @param place fixture and field
     */
    record Body(ChatApp app, String place, String content) {}

    /** Every field of every fixture of a platform; the words are made from a number that is never the same. */
    List<Body> bodies(ChatApp app, IntFunction<String> words) throws IOException {
        Path folder = Path.of("..", app.name().toLowerCase(Locale.ROOT) + "-adapter", "src/test/resources/updates");
        List<Body> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".form")) {
                    forms(name, Files.readString(file).strip(), words, bodies);
                } else if (!name.endsWith(".expected.json")) {
                    documents(app, name, Files.readString(file), words, bodies);
                }
            }
        }
        return bodies;
    }

    private void documents(ChatApp app, String name, String fixture, IntFunction<String> words, List<Body> bodies)
            throws JsonProcessingException {
        List<String> fields = fields(JSON.readTree(fixture));
        for (String field : fields) {
            JsonNode document = JSON.readTree(fresh(app, fixture));
            replace(document, field, words.apply(number));
            bodies.add(new Body(app, name + " " + field, JSON.writeValueAsString(document)));
        }
        // A name of a field is a place to write too.
        JsonNode document = JSON.readTree(fresh(app, fixture));
        ((ObjectNode) document).put(words.apply(number), 1);
        bodies.add(new Body(app, name + " another name", JSON.writeValueAsString(document)));
    }

    /** The same event of nobody seen before; every other one is old enough for a reply to be refused. */
    private String fresh(ChatApp app, String fixture) {
        number++;
        Instant now = Instant.now();
        String text = number % 2 == 0
                ? fixture
                : fixture.replace("1793606400", Long.toString(now.getEpochSecond()))
                        .replace("1795430000000", Long.toString(now.toEpochMilli()));
        return app == ChatApp.TELEGRAM
                ? text.replaceAll("\"update_id\": *[0-9]+", "\"update_id\": " + (8_000_000 + number))
                        .replaceAll("\\b100000001\\b", Integer.toString(110_000_000 + number))
                : text.replace("1151110000000001", accounts.messenger().ids().page())
                        .replaceAll("\\b7000000100000001\\b", Long.toString(7_000_000_200_000_000L + number))
                        .replace("\"mid\":\"m_", "\"mid\":\"m_" + number + "_");
    }

    private static List<String> fields(JsonNode document) {
        List<String> fields = new ArrayList<>();
        walk(document, "", fields);
        return fields;
    }

    private static void walk(JsonNode node, String path, List<String> fields) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String inside = path + "/" + field.getKey();
                if (field.getValue().isTextual() && !HANDLES.contains(field.getKey())) {
                    fields.add(inside);
                }
                walk(field.getValue(), inside, fields);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.get(i), path + "/" + i, fields);
            }
        }
    }

    private static void replace(JsonNode document, String field, String words) {
        int last = field.lastIndexOf('/');
        ((ObjectNode) document.at(field.substring(0, last))).put(field.substring(last + 1), words);
    }

    private void forms(String name, String fixture, IntFunction<String> words, List<Body> bodies) {
        Map<String, String> fields = new LinkedHashMap<>();
        new TreeMap<>(Signed.fields(fixture.getBytes(StandardCharsets.UTF_8)))
                .forEach((field, values) -> fields.put(field, values.get(0)));
        for (String field : fields.keySet()) {
            if (!HANDLES.contains(field)) {
                bodies.add(new Body(ChatApp.WHATSAPP, name + " " + field, form(fields, field, words)));
            }
        }
        bodies.add(new Body(ChatApp.WHATSAPP, name + " another name", form(fields, "", words)));
    }

    private String form(Map<String, String> fixture, String field, IntFunction<String> words) {
        number++;
        Map<String, String> fields = new LinkedHashMap<>(fixture);
        for (String sid : List.of("MessageSid", "SmsMessageSid", "SmsSid")) {
            fields.computeIfPresent(sid, (key, old) -> old.substring(0, 2) + "%032x".formatted(70_000_000 + number));
        }
        fields.computeIfPresent("AccountSid", (key, old) -> accounts.whatsApp().accountSid());
        String player = "3736%07d".formatted(number);
        fields.replaceAll((key, value) ->
                value.replace("whatsapp:+15550199", accounts.whatsApp().from()).replace("15550100", player));
        fields.put(field.isEmpty() ? words.apply(number) : field, field.isEmpty() ? "1" : words.apply(number));
        return Updates.form(fields);
    }
}
