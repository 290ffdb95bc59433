package md.portar.messenger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.message.ConversationKey;

/** Writes Send API requests. Limits are those of Meta's Send API reference (read 2026-11-22). */
final class MessengerMessageRenderer {
    static final int MAX_TEXT = 2_000;
    static final int MAX_CHOICES = 13;
    static final int MAX_LABEL = 20;
    /** Comes back in the echo of our own messages. */
    static final String METADATA = "portar";

    private final ObjectMapper mapper = new ObjectMapper();

    /** The request body; empty when the message is not one that Meta would take. */
    Optional<ObjectNode> message(OutboundAction.SendMessage action, boolean asHumanAgent) {
        List<Choice> choices = action.choices();
        boolean fits = action.text().value().length() <= MAX_TEXT
                && !action.text().value().isBlank()
                && choices.size() <= MAX_CHOICES
                && choices.stream().noneMatch(choice -> choice.label().value().length() > MAX_LABEL);
        if (!fits) {
            return Optional.empty();
        }
        ObjectNode root = to(action.to());
        root.put("messaging_type", asHumanAgent ? "MESSAGE_TAG" : "RESPONSE");
        if (asHumanAgent) {
            root.put("tag", "HUMAN_AGENT");
        }
        ObjectNode message = root.putObject("message");
        message.put("text", action.text().value());
        message.put("metadata", METADATA);
        if (!choices.isEmpty()) {
            ArrayNode replies = message.putArray("quick_replies");
            for (Choice choice : choices) {
                replies.addObject()
                        .put("content_type", "text")
                        .put("title", choice.label().value())
                        .put("payload", choice.id());
            }
        }
        return Optional.of(root);
    }

    /** A sender action, which has to travel alone. */
    ObjectNode typing(ConversationKey person) {
        return to(person).put("sender_action", "typing_on");
    }

    private ObjectNode to(ConversationKey person) {
        ObjectNode root = mapper.createObjectNode();
        root.putObject("recipient").put("id", person.user().value());
        return root;
    }
}
