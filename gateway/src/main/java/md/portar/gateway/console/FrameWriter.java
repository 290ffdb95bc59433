package md.portar.gateway.console;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.gateway.console.view.Templates;
import md.portar.gateway.console.view.Words;

/** Writes the stream's events. What differs from agent to agent is decided in the browser. Thread-safe. */
final class FrameWriter {
    private final Templates templates;
    private final DeskPictures pictures;
    private final Clock clock;

    FrameWriter(Templates templates, DeskPictures pictures, Clock clock) {
        this.templates = templates;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** A conversation changed. */
    Frame conversation(DeskRow row, Words words) {
        ConversationState.Name state = row.state();
        return new Frame(
                "conv",
                new JsonObject()
                        .put("id", row.number().value())
                        .put("v", row.version())
                        .put("state", state.name())
                        .put("assignee", row.assignee().map(AgentId::value).orElse(""))
                        .put(
                                "views",
                                new JsonObject()
                                        .put("queue", state == ConversationState.Name.QUEUED)
                                        .put("mine", state == ConversationState.Name.ASSIGNED)
                                        .put("all", true)
                                        .put("resolved", state == ConversationState.Name.RESOLVED))
                        .put("html", templates.row(words, pictures.row(row, words))));
    }

    /** A conversation is not there any more. */
    Frame gone(ConversationNumber number) {
        return new Frame("gone", new JsonObject().put("id", number.value()).put("by", ""));
    }

    /** A message was added, or changed. */
    Frame message(DeskRow row, DeskMessage message, boolean changed, Words words) {
        return new Frame(
                changed ? "msgup" : "msg",
                new JsonObject()
                        .put("conv", row.number().value())
                        .put("seq", message.seq())
                        .put("in", message.author() == DeskMessage.Author.CUSTOMER)
                        .put("html", templates.bubble(words, pictures.bubble(message, row, words))));
    }

    Frame counts(DeskCounts counts) {
        return new Frame(
                "counts",
                new JsonObject()
                        .put("queue", counts.waiting())
                        .put("mine", counts.mine())
                        .put("oldestSec", counts.oldestWait().toSeconds()));
    }

    /** Somebody waits, for all; or a customer wrote, for the one who has the conversation. */
    Optional<Frame> notice(DeskRow row, boolean newInQueue, boolean newFromCustomer, AgentId me) {
        String kind = "";
        if (newInQueue) {
            kind = row.priority() == Priority.SAFETY ? "safety" : "queue";
        } else if (newFromCustomer && row.assignee().equals(Optional.of(me))) {
            kind = "message";
        }
        return kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Frame(
                        "notify",
                        new JsonObject()
                                .put("kind", kind)
                                .put("conv", row.number().value())));
    }

    /** The page has to be loaded anew, as too much was missed. */
    Frame resync() {
        return new Frame("resync", new JsonObject());
    }

    Frame bye(String reason) {
        return new Frame("bye", new JsonObject().put("reason", reason));
    }

    /** Shows that the stream lives, also to scripts, which do not see comments; and what time it is here. */
    Frame heartbeat() {
        return new Frame("hb", new JsonObject().put("now", clock.instant().toEpochMilli()));
    }
}
