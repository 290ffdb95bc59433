package md.portar.core.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the labelled messages and scores the guard on them. Never puts a text into a message of its own. */
final class LabelledMessages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GuardScorer SCORER = new GuardScorer(SecretGuard.standard());

    private LabelledMessages() {}

    static List<JsonNode> lines(String resource) {
        try (InputStream in = LabelledMessages.class.getResourceAsStream("/guard-corpus/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("no such labelled messages: " + resource);
            }
            List<JsonNode> lines = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank()) {
                    lines.add(JSON.readTree(line));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String line) throws IOException {
        return JSON.readTree(line);
    }

    /** Scores texts that are judged alone. */
    static GuardReport score(Stream<String> resources) {
        GuardReport report = new GuardReport();
        resources.flatMap(resource -> lines(resource).stream()).forEach(line -> {
            GuardVerdict verdict =
                    SCORER.judge(UntrustedText.of(line.get("text").asText()));
            report.add(line.get("lang").asText(), isBlock(line), kinds(line), tags(line), verdict);
        });
        return report;
    }

    /** Scores conversations: the player's messages, or those of bot and agent. */
    static GuardReport scoreConversations(String resource, boolean players) {
        GuardReport report = new GuardReport();
        for (JsonNode line : lines(resource)) {
            List<GuardScorer.Utterance> utterances = new ArrayList<>();
            line.get("messages").forEach(message -> utterances.add(utterance(message)));
            List<GuardVerdict> verdicts = SCORER.judge(utterances);
            for (int i = 0; i < verdicts.size(); i++) {
                JsonNode message = line.get("messages").get(i);
                if (players == (utterances.get(i).from() == GuardScorer.Speaker.USER)) {
                    report.add(
                            line.get("lang").asText(), isBlock(message), kinds(message), tags(line), verdicts.get(i));
                }
            }
        }
        return report;
    }

    private static GuardScorer.Utterance utterance(JsonNode message) {
        GuardScorer.Speaker from =
                GuardScorer.Speaker.valueOf(message.get("from").asText().toUpperCase(Locale.ROOT));
        return new GuardScorer.Utterance(
                from, UntrustedText.of(message.get("text").asText()));
    }

    private static boolean isBlock(JsonNode line) {
        return line.get("label").asText().equals("BLOCK");
    }

    private static Set<SecretKind> kinds(JsonNode line) {
        Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
        line.path("kinds").forEach(kind -> kinds.add(SecretKind.valueOf(kind.asText())));
        return kinds;
    }

    private static List<String> tags(JsonNode line) {
        List<String> tags = new ArrayList<>();
        line.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }
}
