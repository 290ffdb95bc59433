package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.AcknowledgeChoice;
import md.portar.core.channel.OutboundAction.LeaveGroup;
import md.portar.core.channel.OutboundAction.RedactAtSource;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.OutboundAction.ShowTyping;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.OutboxEntry;
import org.jspecify.annotations.Nullable;

/** Outbound actions as columns: the kind, the words with their origin, and the rest as JSON. */
final class ActionCodec {
    /** Names as kept in the database: never rename. */
    enum Kind {
        SEND,
        TEMPLATE,
        REDACT,
        TYPING,
        ACKNOWLEDGE,
        LEAVE
    }

    /** The columns of one action. */
    record Stored(Kind kind, @Nullable SafeText text, ObjectNode payload) {}

    private final TextCodec texts;

    ActionCodec(TextCodec texts) {
        this.texts = texts;
    }

    static Stored write(OutboxEntry entry) {
        Stored stored = entry.action().accept(new Writing());
        OutboxEntry.FollowUp followUp = entry.followUp();
        if (followUp != null) {
            ObjectNode node = stored.payload().putObject("then");
            node.set("deleted", text(followUp.ifDeleted()));
            node.set("otherwise", text(followUp.otherwise()));
            node.set("choices", choices(followUp.choices()));
        }
        return stored;
    }

    OutboundAction read(Kind kind, ConversationKey to, SafeText text, JsonNode payload) {
        return switch (kind) {
            case SEND ->
                new SendMessage(
                        to,
                        text,
                        choices(payload.path("choices")),
                        Speaker.valueOf(payload.path("speaker").asText()));
            case TEMPLATE ->
                new SendTemplate(
                        to,
                        new TemplateName(payload.path("template").asText()),
                        Language.fromTag(payload.path("language").asText()).orElseThrow(),
                        variables(payload),
                        text);
            case REDACT -> new RedactAtSource(to, id(payload, "message").orElseThrow());
            case TYPING -> new ShowTyping(to, id(payload, "message").orElse(null));
            case ACKNOWLEDGE ->
                new AcknowledgeChoice(
                        to,
                        id(payload, "callback").orElseThrow(),
                        id(payload, "message").orElse(null));
            case LEAVE -> new LeaveGroup(to);
        };
    }

    OutboxEntry.@Nullable FollowUp followUp(JsonNode payload) {
        JsonNode node = payload.get("then");
        if (node == null) {
            return null;
        }
        return new OutboxEntry.FollowUp(
                safe(node.path("deleted")), safe(node.path("otherwise")), choices(node.path("choices")));
    }

    private Map<String, SafeText> variables(JsonNode payload) {
        Map<String, SafeText> variables = new HashMap<>();
        payload.path("variables").properties().forEach(field -> variables.put(field.getKey(), safe(field.getValue())));
        return variables;
    }

    private SafeText safe(JsonNode node) {
        return texts.read(node.path("origin").asInt(), node.path("text").asText());
    }

    private static Optional<PlatformMessageId> id(JsonNode payload, String field) {
        return Json.text(payload, field).map(PlatformMessageId::new);
    }

    private static ObjectNode text(SafeText text) {
        return Json.object().put("origin", TextCodec.origin(text)).put("text", text.value());
    }

    private static ArrayNode choices(List<Choice> choices) {
        ArrayNode array = Json.array();
        for (Choice choice : choices) {
            ObjectNode node = array.addObject()
                    .put("id", choice.id())
                    .put("label", choice.label().value());
            choice.details().ifPresent(details -> node.put("details", details.value()));
        }
        return array;
    }

    private static List<Choice> choices(JsonNode array) {
        List<Choice> choices = new ArrayList<>();
        for (JsonNode node : array) {
            choices.add(new Choice(
                    node.path("id").asText(),
                    CatalogueText.of(node.path("label").asText()),
                    Json.text(node, "details").map(CatalogueText::of).orElse(null)));
        }
        return choices;
    }

    /** Words that an action does not have. */
    static SafeText none() {
        return ScreenedText.EMPTY;
    }

    private static final class Writing implements OutboundAction.Visitor<Stored> {
        @Override
        public Stored sendMessage(SendMessage action) {
            ObjectNode payload = Json.object().put("speaker", action.speaker().name());
            if (!action.choices().isEmpty()) {
                payload.set("choices", choices(action.choices()));
            }
            return new Stored(Kind.SEND, action.text(), payload);
        }

        @Override
        public Stored sendTemplate(SendTemplate action) {
            ObjectNode payload = Json.object()
                    .put("template", action.template().value())
                    .put("language", action.language().code());
            ObjectNode variables = payload.putObject("variables");
            action.variables().forEach((name, value) -> variables.set(name, text(value)));
            return new Stored(Kind.TEMPLATE, action.text(), payload);
        }

        @Override
        public Stored redactAtSource(RedactAtSource action) {
            return new Stored(
                    Kind.REDACT,
                    null,
                    Json.object().put("message", action.message().value()));
        }

        @Override
        public Stored showTyping(ShowTyping action) {
            ObjectNode payload = Json.object();
            if (action.inReplyTo() != null) {
                payload.put("message", action.inReplyTo().value());
            }
            return new Stored(Kind.TYPING, null, payload);
        }

        @Override
        public Stored acknowledgeChoice(AcknowledgeChoice action) {
            ObjectNode payload = Json.object().put("callback", action.callback().value());
            if (action.message() != null) {
                payload.put("message", action.message().value());
            }
            return new Stored(Kind.ACKNOWLEDGE, null, payload);
        }

        @Override
        public Stored leaveGroup(LeaveGroup action) {
            return new Stored(Kind.LEAVE, null, Json.object());
        }
    }
}
