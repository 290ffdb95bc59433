package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import md.portar.core.guard.GuardScorer;
import md.portar.core.guard.GuardVerdict;
import md.portar.core.guard.UntrustedText;

/**
 * One line of a file for the guard.
 *
 * @param alone whether it is a single message, judged without a conversation
 */
record ScreenLine(boolean alone, List<GuardScorer.Utterance> messages) {
    private static final int MOST_MESSAGES = 10_000;

    ScreenLine {
        messages = List.copyOf(messages);
    }

    static ScreenLine read(JsonNode line) throws BadLine {
        if (!line.has("messages")) {
            return new ScreenLine(true, List.of(message(line, GuardScorer.Speaker.USER)));
        }
        JsonNode items = line.path("messages");
        if (!items.isArray()) {
            throw new BadLine("has \"messages\" that are not a list");
        }
        if (line.has("text")) {
            throw new BadLine("has both \"text\" and \"messages\"");
        }
        if (items.size() > MOST_MESSAGES) {
            throw new BadLine("has more than " + MOST_MESSAGES + " messages");
        }
        List<GuardScorer.Utterance> messages = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            messages.add(message(item, from(item)));
        }
        return new ScreenLine(false, messages);
    }

    List<GuardVerdict> judgedBy(GuardScorer scorer) {
        return alone ? List.of(scorer.judge(messages.get(0).text())) : scorer.judge(messages);
    }

    private static GuardScorer.Utterance message(JsonNode item, GuardScorer.Speaker from) throws BadLine {
        return new GuardScorer.Utterance(from, UntrustedText.of(JsonLines.text(item, "text")));
    }

    private static GuardScorer.Speaker from(JsonNode item) throws BadLine {
        String name = JsonLines.text(item, "from");
        for (GuardScorer.Speaker from : GuardScorer.Speaker.values()) {
            if (from.name().toLowerCase(Locale.ROOT).equals(name)) {
                return from;
            }
        }
        throw new BadLine("has a message that is from neither user, bot nor agent");
    }
}
