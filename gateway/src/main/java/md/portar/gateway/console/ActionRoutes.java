package md.portar.gateway.console;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import md.portar.core.conversation.ConversationState;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.TemplateDraft;
import md.portar.gateway.console.view.ThreadView.Banner;
import md.portar.gateway.console.view.Words;

/** What agents do: claim, send, note, release, resolve. The desk decides; these routes say what it decided. */
final class ActionRoutes {
    private final HandoffDesk desk;
    private final AgentNames names;
    private final InboxRoutes.Parts parts;

    ActionRoutes(HandoffDesk desk, AgentNames names, InboxRoutes.Parts parts) {
        this.desk = desk;
        this.names = names;
        this.parts = parts;
    }

    void addTo(Router router) {
        Doorkeeper door = parts.door();
        router.post("/console/claim-next").blockingHandler(door.action(this::claimNext), false);
        router.post("/console/c/:number/claim").blockingHandler(door.conversationAction(existing(this::claim)), false);
        router.post("/console/c/:number/send").blockingHandler(door.conversationAction(existing(this::send)), false);
        router.post("/console/c/:number/template")
                .blockingHandler(door.conversationAction(existing(this::template)), false);
        router.post("/console/c/:number/again/:seq")
                .blockingHandler(door.conversationAction(existing(this::again)), false);
        router.post("/console/c/:number/note").blockingHandler(door.conversationAction(existing(this::note)), false);
        router.post("/console/c/:number/release")
                .blockingHandler(door.conversationAction(existing(this::release)), false);
        router.post("/console/c/:number/resolve")
                .blockingHandler(door.conversationAction(existing(this::resolve)), false);
    }

    /** The desk expects to be asked about conversations that are there. */
    private Doorkeeper.ConversationHandler existing(Doorkeeper.ConversationHandler handler) {
        return (context, visitor, number) -> {
            if (desk.thread(number, Optional.empty(), 1).isPresent()) {
                handler.handle(context, visitor, number);
            } else {
                parts.answers().problem(context, 404, visitor.words());
            }
        };
    }

    private void claimNext(RoutingContext context, Visitor visitor) {
        Optional<ConversationNumber> number = desk.claimNext(visitor.id());
        if (number.isEmpty()) {
            parts.answers().empty(context);
            return;
        }
        InboxRoutes.pushUrl(context, number.get());
        show(context, visitor, number.get(), 200, Optional.empty());
    }

    private void claim(RoutingContext context, Visitor visitor, ConversationNumber number) {
        ClaimResult result = desk.claim(number, visitor.id());
        show(context, visitor, number, result.done() ? 200 : 409, lost(result, visitor.words()));
    }

    private Optional<Banner> lost(ClaimResult result, Words words) {
        if (result.done()) {
            return Optional.empty();
        }
        if (result.state() == ConversationState.Name.ASSIGNED && result.holder().isPresent()) {
            String since = words.duration(parts.pictures().since(result.since()));
            String text = words.get("lost.taken", names.of(result.holder()), since);
            return Optional.of(new Banner(text, "claim-lost", true));
        }
        String text = words.get("lost.state", words.of("state", result.state()));
        return Optional.of(new Banner(text, "claim-lost", true));
    }

    private void release(RoutingContext context, Visitor visitor, ConversationNumber number) {
        changed(context, visitor, number, desk.release(number, visitor.id()));
    }

    private void resolve(RoutingContext context, Visitor visitor, ConversationNumber number) {
        Optional<EpisodeOutcome> outcome =
                outcome(Optional.ofNullable(context.request().formAttributes().get("outcome")));
        if (outcome.isEmpty()) {
            parts.answers().problem(context, 422, visitor.words());
            return;
        }
        changed(context, visitor, number, desk.resolve(number, visitor.id(), outcome.get()));
    }

    private static Optional<EpisodeOutcome> outcome(Optional<String> name) {
        for (EpisodeOutcome outcome : EpisodeOutcome.values()) {
            if (name.equals(Optional.of(outcome.name()))) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private void changed(RoutingContext context, Visitor visitor, ConversationNumber number, ClaimResult result) {
        Words words = visitor.words();
        Optional<Banner> banner = result.done()
                ? Optional.empty()
                : Optional.of(new Banner(words.get("lost.yours", state(result, words)), "not-yours", false));
        show(context, visitor, number, result.done() ? 200 : 409, banner);
    }

    private String state(ClaimResult result, Words words) {
        return result.state() == ConversationState.Name.ASSIGNED
                ? words.get("state.other", names.of(result.holder()))
                : words.of("state", result.state());
    }

    private void show(
            RoutingContext context, Visitor visitor, ConversationNumber number, int status, Optional<Banner> banner) {
        parts.hub().watch(visitor.session(), number);
        desk.thread(number, Optional.empty(), InboxRoutes.BUBBLES)
                .map(thread -> parts.pictures().thread(thread, visitor.id(), visitor.words(), banner))
                .ifPresentOrElse(
                        picture -> parts.answers()
                                .html(context, status, parts.templates().conversation(visitor.words(), picture)),
                        () -> parts.answers().problem(context, 404, visitor.words()));
    }

    private void send(RoutingContext context, Visitor visitor, ConversationNumber number) {
        Optional<ClientMessageId> id = messageId(context);
        if (id.isEmpty()) {
            parts.answers().problem(context, 422, visitor.words());
            return;
        }
        said(context, visitor, number, desk.send(number, visitor.id(), id.get(), words(context)));
    }

    private void template(RoutingContext context, Visitor visitor, ConversationNumber number) {
        Optional<ClientMessageId> id = messageId(context);
        Optional<TemplateDraft> draft = TemplateForm.read(context.request().formAttributes());
        if (id.isEmpty() || draft.isEmpty()) {
            parts.answers().problem(context, 422, visitor.words());
            return;
        }
        SendResult result = desk.sendTemplate(number, visitor.id(), id.get(), draft.get());
        said(context, visitor, number, result, "refused.fields-kept");
    }

    private void again(RoutingContext context, Visitor visitor, ConversationNumber number) {
        String seq = context.pathParam("seq");
        if (!seq.matches("[0-9]{1,18}")) {
            parts.answers().problem(context, 404, visitor.words());
            return;
        }
        said(context, visitor, number, desk.sendAgain(number, visitor.id(), Long.parseLong(seq)));
    }

    private void note(RoutingContext context, Visitor visitor, ConversationNumber number) {
        Optional<ClientMessageId> id = messageId(context);
        if (id.isEmpty()) {
            parts.answers().problem(context, 422, visitor.words());
            return;
        }
        said(context, visitor, number, desk.note(number, visitor.id(), id.get(), words(context)));
    }

    private void said(RoutingContext context, Visitor visitor, ConversationNumber number, SendResult result) {
        said(context, visitor, number, result, "refused.draft-kept");
    }

    private void said(
            RoutingContext context, Visitor visitor, ConversationNumber number, SendResult result, String kept) {
        result.<Runnable>fold(
                        accepted -> () -> bubble(context, visitor, number, accepted.seq()),
                        refused -> () -> refuse(context, visitor, refused, kept))
                .run();
    }

    private void bubble(RoutingContext context, Visitor visitor, ConversationNumber number, long seq) {
        desk.thread(number, Optional.of(seq + 1), 1)
                .filter(thread -> !thread.messages().isEmpty())
                .ifPresentOrElse(
                        thread -> parts.answers()
                                .html(
                                        context,
                                        200,
                                        parts.templates()
                                                .bubble(
                                                        visitor.words(),
                                                        parts.pictures()
                                                                .bubble(
                                                                        thread.messages()
                                                                                .get(thread.messages()
                                                                                                .size()
                                                                                        - 1),
                                                                        thread.row(),
                                                                        visitor.words()))),
                        () -> parts.answers().empty(context));
    }

    /** Says why, never what: the words stay in the agent's browser. */
    private void refuse(RoutingContext context, Visitor visitor, SendResult.Refused refused, String kept) {
        Words words = visitor.words();
        List<String> kinds = new TreeSet<>(refused.kinds())
                .stream().map(kind -> words.of("secret", kind)).toList();
        List<String> lines = new ArrayList<>();
        lines.add(words.of("refused", refused.reason()).replace("{0}", String.join(", ", kinds)));
        lines.add(words.get(kept));
        int status = refused.reason() == SendResult.Reason.NOT_YOURS ? 409 : 422;
        parts.answers().html(context, status, parts.templates().refusal(lines));
    }

    private static Optional<ClientMessageId> messageId(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        try {
            return Optional.ofNullable(form.get("clientMsgId")).map(ClientMessageId::new);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static UntrustedText words(RoutingContext context) {
        String text = context.request().formAttributes().get("text");
        // Browsers send line ends as CR LF, platforms know LF.
        return UntrustedText.of(text == null ? "" : text.replace("\r\n", "\n").strip());
    }
}
