package md.portar.gateway.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;

/** One conversation of the desk in memory. */
final class FakeTalk {
    final List<DeskMessage> messages = new ArrayList<>();
    final Map<ClientMessageId, Long> sent = new LinkedHashMap<>();
    DeskRow row;
    Optional<Instant> replyUntil = Optional.empty();
    Optional<List<MessageTemplate>> templates = Optional.empty();
    Instant since;

    FakeTalk(DeskRow row, Instant since) {
        this.row = row;
        this.since = since;
    }

    void change(
            Instant now,
            ConversationState.Name state,
            Optional<AgentId> assignee,
            Optional<Instant> waiting,
            SafeText preview) {
        row = changed(row, state, assignee, waiting, preview, now);
    }

    boolean isWith(AgentId agent) {
        return row.state() == ConversationState.Name.ASSIGNED && row.assignee().equals(Optional.of(agent));
    }

    ClaimResult state(boolean done) {
        return new ClaimResult(done, row.state(), row.assignee(), since);
    }

    static List<DeskRow> page(List<DeskRow> rows, Optional<ConversationNumber> after, int limit) {
        int from = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (after.equals(Optional.of(rows.get(i).number()))) {
                from = i + 1;
            }
        }
        return rows.subList(from, Math.min(rows.size(), from + limit));
    }

    /** A template as tests can see it: its name, its language and what was typed, with markers for secrets. */
    static String words(TemplateDraft draft) {
        StringBuilder words = new StringBuilder(draft.template().value())
                .append('/')
                .append(draft.language().code());
        new TreeMap<>(draft.typed())
                .forEach((number, typed) -> words.append(' ')
                        .append(number)
                        .append('=')
                        .append(SecretGuard.standard().screen(typed).text().value()));
        return words.toString();
    }

    /** The row of somebody who has just asked for a person. */
    static DeskRow queued(
            ConversationNumber number,
            ChannelId channel,
            SafeText customer,
            Language language,
            Priority priority,
            SafeText words,
            Instant since) {
        HandoffReason reason = priority == Priority.SAFETY ? HandoffReason.SAFETY : HandoffReason.REQUESTED;
        return new DeskRow(
                number,
                1,
                channel,
                customer,
                language,
                ConversationState.Name.QUEUED,
                priority,
                Optional.of(reason),
                Optional.empty(),
                Optional.of(since),
                words,
                since);
    }

    /** A plain message, on its way when it is one of ours. */
    static DeskMessage message(
            long seq, Instant at, DeskMessage.Author author, Optional<AgentId> agent, SafeText text) {
        boolean ours = author == DeskMessage.Author.AGENT || author == DeskMessage.Author.BOT;
        Optional<DeskMessage.Delivery> delivery = ours ? Optional.of(DeskMessage.Delivery.QUEUED) : Optional.empty();
        return new DeskMessage(
                seq, at, author, agent, text, List.of(), Set.of(), false, false, Optional.empty(), delivery);
    }

    static DeskRow changed(
            DeskRow row,
            ConversationState.Name state,
            Optional<AgentId> assignee,
            Optional<Instant> waiting,
            SafeText preview,
            Instant at) {
        return new DeskRow(
                row.number(),
                row.version() + 1,
                row.channel(),
                row.customer(),
                row.language(),
                state,
                row.priority(),
                row.reason(),
                assignee,
                waiting,
                preview,
                at);
    }

    /** The rows of a view in its order. */
    static List<DeskRow> rows(Collection<FakeTalk> talks, DeskView view, AgentId me) {
        Predicate<DeskRow> wanted = switch (view) {
            case QUEUE -> row -> row.state() == ConversationState.Name.QUEUED;
            case MINE -> row -> row.assignee().equals(Optional.of(me));
            case ALL -> row -> true;
            case RESOLVED -> row -> row.state() == ConversationState.Name.RESOLVED;
        };
        Comparator<DeskRow> byActivity =
                Comparator.comparing(DeskRow::lastActivity).reversed();
        Comparator<DeskRow> byWait = Comparator.comparing(DeskRow::priority)
                .thenComparing(row -> row.waitingSince().orElse(Instant.MAX));
        return talks.stream()
                .map(talk -> talk.row)
                .filter(wanted)
                .sorted(view == DeskView.ALL || view == DeskView.RESOLVED ? byActivity : byWait)
                .toList();
    }

    static DeskCounts counts(Collection<FakeTalk> talks, AgentId me, Instant now) {
        List<DeskRow> queue = rows(talks, DeskView.QUEUE, me);
        Duration oldest = queue.stream()
                .flatMap(row -> row.waitingSince().stream())
                .map(since -> Duration.between(since, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new DeskCounts(queue.size(), rows(talks, DeskView.MINE, me).size(), oldest);
    }
}
