package md.portar.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.SecretKind;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskThread;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;

/** A desk in memory that keeps the rules and can be told to refuse words. */
public final class FakeDesk implements HandoffDesk {
    private final Clock clock;
    private final Map<Long, FakeTalk> talks = new LinkedHashMap<>();
    private final FakeEvents events = new FakeEvents();
    private final List<String> sentToPlayers = new ArrayList<>();
    private Optional<SendResult.Refused> refusal = Optional.empty();
    private Optional<Instant> broken = Optional.empty();

    public FakeDesk(Clock clock) {
        this.clock = clock;
    }

    /** A customer asks for a person. */
    public synchronized ConversationNumber queued(
            String customer, String channel, Language language, Priority priority, Duration ago, String words) {
        ConversationNumber number = new ConversationNumber(talks.size() + 1);
        Instant since = clock.instant().minus(ago);
        DeskRow row = FakeTalk.queued(
                number, new ChannelId(channel), screened(customer), language, priority, screened(words), since);
        talks.put(number.value(), new FakeTalk(row, since));
        say(number, DeskMessage.Author.CUSTOMER, Optional.empty(), screened(words), since);
        events.add(number, DeskEvent.Kind.CONVERSATION);
        return number;
    }

    /** Somebody says something; for setting a scene. */
    public synchronized long says(ConversationNumber number, DeskMessage.Author author, String words) {
        long seq = say(number, author, Optional.empty(), screened(words), clock.instant());
        if (author == DeskMessage.Author.CUSTOMER) {
            FakeTalk talk = talk(number);
            Optional<Instant> waiting = Optional.of(clock.instant());
            talk.change(clock.instant(), talk.row.state(), talk.row.assignee(), waiting, screened(words));
            events.add(number, DeskEvent.Kind.CONVERSATION);
        }
        return seq;
    }

    /** Puts a message as it is, or replaces the one with its number. */
    public synchronized void put(ConversationNumber number, DeskMessage message) {
        List<DeskMessage> messages = talk(number).messages;
        boolean replaced = messages.removeIf(other -> other.seq() == message.seq());
        messages.add(message);
        messages.sort(Comparator.comparingLong(DeskMessage::seq));
        events.add(number, replaced ? DeskEvent.Kind.MESSAGE_CHANGED : DeskEvent.Kind.MESSAGE);
    }

    public synchronized long nextSeq(ConversationNumber number) {
        List<DeskMessage> messages = talk(number).messages;
        return messages.isEmpty() ? 1 : messages.get(messages.size() - 1).seq() + 1;
    }

    public synchronized void replyUntil(ConversationNumber number, Instant until) {
        FakeTalk talk = talk(number);
        talk.replyUntil = Optional.of(until);
        talk.change(
                clock.instant(), talk.row.state(), talk.row.assignee(), talk.row.waitingSince(), talk.row.preview());
        events.add(number, DeskEvent.Kind.CONVERSATION);
    }

    public synchronized void refuse(SendResult.Reason reason, Set<SecretKind> kinds) {
        refusal = Optional.of(new SendResult.Refused(reason, kinds));
    }

    public synchronized void accept() {
        refusal = Optional.empty();
    }

    /** Makes every read of a thread fail, as when the store is away. */
    public synchronized void breakDown() {
        broken = Optional.of(clock.instant());
    }

    /** Does something as another node would: in the store, without a call to the listeners here. */
    public void silently(Runnable work) {
        events.silently(work);
    }

    public synchronized List<String> sentToPlayers() {
        return List.copyOf(sentToPlayers);
    }

    public synchronized DeskRow row(ConversationNumber number) {
        return talk(number).row;
    }

    static SafeText screened(String words) {
        return SecretGuard.standard().screen(UntrustedText.of(words)).text();
    }

    private FakeTalk talk(ConversationNumber number) {
        FakeTalk talk = talks.get(number.value());
        if (talk == null) {
            throw new IllegalArgumentException("no such conversation");
        }
        return talk;
    }

    private long say(
            ConversationNumber number, DeskMessage.Author author, Optional<AgentId> agent, SafeText text, Instant at) {
        long seq = nextSeq(number);
        talk(number).messages.add(FakeTalk.message(seq, at, author, agent, text));
        events.add(number, DeskEvent.Kind.MESSAGE);
        return seq;
    }

    private ClaimResult become(FakeTalk talk, ConversationState.Name state, Optional<AgentId> assignee, String event) {
        Optional<Instant> waiting =
                state == ConversationState.Name.RESOLVED ? Optional.empty() : talk.row.waitingSince();
        talk.change(clock.instant(), state, assignee, waiting, talk.row.preview());
        talk.since = clock.instant();
        say(talk.row.number(), DeskMessage.Author.EVENT, Optional.empty(), CatalogueText.of(event), clock.instant());
        events.add(talk.row.number(), DeskEvent.Kind.CONVERSATION);
        return talk.state(true);
    }

    @Override
    public synchronized List<DeskRow> list(DeskView view, AgentId me, Optional<ConversationNumber> after, int limit) {
        return FakeTalk.page(FakeTalk.rows(talks.values(), view, me), after, limit);
    }

    @Override
    public synchronized DeskCounts counts(AgentId me) {
        return FakeTalk.counts(talks.values(), me, clock.instant());
    }

    @Override
    public synchronized Optional<DeskThread> thread(ConversationNumber number, Optional<Long> beforeSeq, int limit) {
        if (broken.isPresent()) {
            throw new IllegalStateException("the store is away");
        }
        FakeTalk talk = talks.get(number.value());
        if (talk == null) {
            return Optional.empty();
        }
        List<DeskMessage> all = talk.messages.stream()
                .filter(message -> message.seq() < beforeSeq.orElse(Long.MAX_VALUE))
                .toList();
        int from = Math.max(0, all.size() - limit);
        return Optional.of(
                new DeskThread(talk.row, all.subList(from, all.size()), talk.replyUntil, from > 0, talk.templates));
    }

    @Override
    public synchronized ClaimResult claim(ConversationNumber number, AgentId me) {
        FakeTalk talk = talk(number);
        if (talk.row.assignee().equals(Optional.of(me))) {
            return talk.state(true);
        }
        if (talk.row.state() != ConversationState.Name.QUEUED) {
            return talk.state(false);
        }
        return become(talk, ConversationState.Name.ASSIGNED, Optional.of(me), me.value() + " took over");
    }

    @Override
    public synchronized Optional<ConversationNumber> claimNext(AgentId me) {
        Optional<ConversationNumber> first = list(DeskView.QUEUE, me, Optional.empty(), 1).stream()
                .map(DeskRow::number)
                .findFirst();
        first.ifPresent(number -> claim(number, me));
        return first;
    }

    @Override
    public synchronized SendResult send(
            ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words) {
        FakeTalk talk = talk(number);
        if (!talk.isWith(me)) {
            return new SendResult.Refused(SendResult.Reason.NOT_YOURS, Set.of());
        }
        return keep(talk, me, id, words, DeskMessage.Author.AGENT);
    }

    /** Which templates the conversation's channel has. */
    public synchronized void templates(ConversationNumber number, List<MessageTemplate> templates) {
        talk(number).templates = Optional.of(templates);
    }

    @Override
    public synchronized SendResult sendTemplate(
            ConversationNumber number, AgentId me, ClientMessageId id, TemplateDraft draft) {
        FakeTalk talk = talk(number);
        if (!talk.isWith(me)) {
            return new SendResult.Refused(SendResult.Reason.NOT_YOURS, Set.of());
        }
        return keep(talk, me, id, UntrustedText.of(FakeTalk.words(draft)), DeskMessage.Author.AGENT);
    }

    @Override
    public synchronized SendResult sendAgain(ConversationNumber number, AgentId me, long seq) {
        FakeTalk talk = talks.get(number.value());
        if (talk == null || !talk.row.assignee().equals(Optional.of(me))) {
            return new SendResult.Refused(SendResult.Reason.NOT_YOURS, Set.of());
        }
        sentToPlayers.add("again " + seq);
        return new SendResult.Accepted(seq);
    }

    @Override
    public synchronized SendResult note(
            ConversationNumber number, AgentId me, ClientMessageId id, UntrustedText words) {
        return keep(talk(number), me, id, words, DeskMessage.Author.NOTE);
    }

    private SendResult keep(
            FakeTalk talk, AgentId me, ClientMessageId id, UntrustedText words, DeskMessage.Author author) {
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (words.isBlank()) {
            return new SendResult.Refused(SendResult.Reason.EMPTY, Set.of());
        }
        Long before = talk.sent.get(id);
        if (before != null) {
            return new SendResult.Accepted(before);
        }
        SafeText text = SecretGuard.standard().screen(words).text();
        long seq = say(talk.row.number(), author, Optional.of(me), text, clock.instant());
        talk.sent.put(id, seq);
        if (author == DeskMessage.Author.AGENT) {
            sentToPlayers.add(text.value());
            talk.change(clock.instant(), talk.row.state(), talk.row.assignee(), Optional.empty(), text);
            events.add(talk.row.number(), DeskEvent.Kind.CONVERSATION);
        }
        return new SendResult.Accepted(seq);
    }

    @Override
    public synchronized ClaimResult release(ConversationNumber number, AgentId me) {
        FakeTalk talk = talk(number);
        return talk.isWith(me)
                ? become(talk, ConversationState.Name.QUEUED, Optional.empty(), me.value() + " gave it back")
                : talk.state(false);
    }

    @Override
    public synchronized ClaimResult resolve(ConversationNumber number, AgentId me, EpisodeOutcome outcome) {
        FakeTalk talk = talk(number);
        return talk.isWith(me)
                ? become(talk, ConversationState.Name.RESOLVED, Optional.empty(), "resolved: " + outcome)
                : talk.state(false);
    }

    @Override
    public List<DeskEvent> eventsAfter(long eventNumber, int limit) {
        return events.after(eventNumber, limit);
    }

    @Override
    public long lastEvent() {
        return events.last();
    }

    @Override
    public AutoCloseable onChange(Consumer<Long> listener) {
        return events.listen(listener);
    }

    @Override
    public void present(AgentId agent, Instant until) {}
}
