package md.portar.core.faq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import md.portar.core.message.Language;

/** Messages written after the model was finished, and never used to train or tune it. */
record HeldOutMessages(String text, Set<String> topics, Language language, List<String> tags) {
    static List<HeldOutMessages> all() throws IOException {
        List<HeldOutMessages> messages = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (Language language : Language.values()) {
            String name = "/faq-heldout/" + language.code() + ".jsonl";
            try (InputStream in = HeldOutMessages.class.getResourceAsStream(name)) {
                for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    JsonNode row = json.readTree(line);
                    Set<String> topics = new HashSet<>(Set.of(row.get("topic").asText()));
                    row.path("also").forEach(also -> topics.add(also.asText()));
                    List<String> tags = new ArrayList<>();
                    row.path("tags").forEach(tag -> tags.add(tag.asText()));
                    messages.add(new HeldOutMessages(row.get("text").asText(), topics, language, tags));
                }
            }
        }
        return messages;
    }

    boolean isNone() {
        return topics.contains(Example.NONE);
    }
}
