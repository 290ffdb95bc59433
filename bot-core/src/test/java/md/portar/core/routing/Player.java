package md.portar.core.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseLookup;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Surroundings;
import md.portar.core.conversation.TopicId;
import md.portar.core.conversation.Turn;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.OperatorTexts;
import md.portar.core.guard.Finding;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.message.Sender;
import md.portar.core.texts.OperatorFacts;
import md.portar.core.texts.Texts;
import org.jspecify.annotations.Nullable;

/** A player in a messenger: writes, taps, sends files, and keeps what came back. The FAQ pack is the real one. */
final class Player {
    static final SecretGuard GUARD = SecretGuard.standard();
    static final FaqCatalogue PACK = FaqCatalogue.builtIn(OperatorTexts.none());
    static final ZoneId ZONE = ZoneId.of("Europe/Chisinau");
    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    static final ChannelCapabilities TELEGRAM =
            new ChannelCapabilities(4096, 4096, 100, 64, null, null, true, true, true, Duration.ZERO, 30);
    static final ChannelCapabilities WHATSAPP = new ChannelCapabilities(
            1600, 1024, 10, 24, Duration.ofHours(24), null, true, false, false, Duration.ZERO, 30);
    static final ChannelCapabilities MESSENGER = new ChannelCapabilities(
            2000, 2000, 13, 20, Duration.ofHours(24), null, false, false, true, Duration.ZERO, 30);

    /** How long a look-up of a case lasts. */
    static final Duration CASE_TIME = Duration.ofMillis(400);

    final Map<CaseNumber, CaseRecord> cases = new HashMap<>();
    final RememberingAttempts attempts = new RememberingAttempts();
    boolean casesDown;
    QueueOutlook.Outlook outlook = new QueueOutlook.Outlook(1, Optional.empty(), EnumSet.allOf(Language.class));
    ChannelCapabilities capabilities = TELEGRAM;

    @Nullable
    Language hint;

    Instant now = START;
    Conversation conversation;
    List<Effect> effects = List.of();
    Duration lasting = Duration.ZERO;

    private final PlayerResponder responder;
    private int sent;

    Player() {
        this(OperatorFacts.NONE);
    }

    Player(OperatorFacts facts) {
        this(facts, PlayerSettings.standard());
    }

    Player(OperatorFacts facts, PlayerSettings settings) {
        ConversationKey key = new ConversationKey(
                new ChannelId("telegram"), new ChannelAccount("main"), new PlatformUserId("100000001"));
        conversation = Conversation.fresh(key);
        CaseDirectory directory = number -> {
            if (casesDown) {
                throw new CaseDirectory.CasesUnavailable("down");
            }
            return Optional.ofNullable(cases.get(number));
        };
        responder = new PlayerResponder(
                new Texts(facts, ZONE),
                new FaqAnswers(() -> PACK),
                new CaseLookup(directory, attempts, () -> CASE_TIME),
                (who, language, priority) -> outlook,
                GUARD,
                settings);
    }

    static ScreenedText screened(String words) {
        return GUARD.rescreen(words);
    }

    /** Writes one message. */
    Player says(String words) {
        return takes(List.of(text(words)));
    }

    /** Writes several messages that are answered together. */
    Player saysAtOnce(String... words) {
        List<ScreenedMessage> batch = new ArrayList<>();
        for (String part : words) {
            batch.add(text(part));
        }
        return takes(batch);
    }

    Player taps(String id) {
        return takes(List.of(tapAt(id, now)));
    }

    ScreenedMessage tapAt(String id, Instant at) {
        Content<ScreenedText> tap =
                new Content.ChoiceContent<>(screened(id), null, new PlatformMessageId("callback" + sent));
        return message(tap, List.of(), false, false, at);
    }

    Player sends(AttachmentKind kind, @Nullable String caption) {
        Content<ScreenedText> media = new Content.MediaContent<>(
                List.of(new Attachment<>(kind, screened("file"), null)),
                caption == null ? null : screened(caption),
                null);
        return takes(List.of(message(media, List.of(), false, false, now)));
    }

    /** A piece of an album, as a message of its own. */
    Player sendsOfAlbum(String album, @Nullable String caption) {
        Content<ScreenedText> media = new Content.MediaContent<>(
                List.of(new Attachment<>(AttachmentKind.IMAGE, screened("file"), null)),
                caption == null ? null : screened(caption),
                new PlatformMessageId(album));
        return takes(List.of(message(media, List.of(), false, false, now)));
    }

    Player sends(Content<ScreenedText> content) {
        return takes(List.of(message(content, List.of(), false, false, now)));
    }

    /** Writes a message in which the guard stopped something; the words are as they are kept. */
    Player leaks(String kept, boolean whole, SecretKind... kinds) {
        List<Finding> findings = new ArrayList<>();
        for (SecretKind kind : kinds) {
            findings.add(new Finding(kind, "test.rule", 0, 4));
        }
        Content<ScreenedText> content = new Content.TextContent<>(screened(kept));
        return takes(List.of(message(content, findings, whole, false, now)));
    }

    ScreenedMessage text(String words) {
        return message(new Content.TextContent<>(screened(words)), List.of(), false, false, now);
    }

    ScreenedMessage sentAt(String words, Instant at) {
        return message(new Content.TextContent<>(screened(words)), List.of(), false, false, at);
    }

    /** Changes the message with the given platform number. */
    ScreenedMessage edit(int number, String words) {
        ScreenedMessage fresh = text(words);
        return new ScreenedMessage(
                fresh.key(),
                fresh.conversation(),
                new PlatformMessageId("m" + number),
                fresh.sentAt(),
                fresh.sender(),
                fresh.content(),
                null,
                fresh.findings(),
                false,
                true);
    }

    private ScreenedMessage message(
            Content<ScreenedText> content, List<Finding> findings, boolean whole, boolean edit, Instant at) {
        sent++;
        return new ScreenedMessage(
                new EventKey("e" + sent),
                conversation.key(),
                new PlatformMessageId("m" + sent),
                at,
                new Sender<>(null, hint),
                content,
                null,
                findings,
                whole,
                edit);
    }

    Player takes(List<ScreenedMessage> batch) {
        Turn turn = responder.respond(conversation, batch, new Surroundings(now, capabilities));
        conversation = turn.after();
        effects = turn.effects();
        lasting = turn.lasting();
        return this;
    }

    Player after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The store or the desk changed the state. */
    Player becomes(ConversationState state) {
        conversation = conversation.withState(state);
        return this;
    }

    Player remembers(ConversationMemory memory) {
        conversation = conversation.withMemory(memory);
        return this;
    }

    Player knowsCase(CaseRecord record) {
        cases.put(record.number(), record);
        return this;
    }

    ConversationState.Name state() {
        return conversation.state().name();
    }

    Optional<String> recalls(ConversationMemory.Fact fact) {
        return conversation.memory().get(fact);
    }

    <E extends Effect> List<E> effects(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Effect.Reply> replies() {
        return effects(Effect.Reply.class);
    }

    /** Everything that was said in the last turn. */
    String heard() {
        return replies().stream().map(reply -> reply.text().value()).collect(Collectors.joining("\n---\n"));
    }

    /** All buttons offered in the last turn. */
    List<String> buttons() {
        return replies().stream()
                .flatMap(reply -> reply.choices().stream())
                .map(Choice::id)
                .toList();
    }

    Set<String> topics() {
        return replies().stream()
                .map(Effect.Reply::topic)
                .filter(topic -> topic != null)
                .map(topic -> topic.value())
                .collect(Collectors.toSet());
    }

    /** The topic of the ticket that was opened. */
    Optional<String> ticketTopic() {
        return ticket().flatMap(ticket -> Optional.ofNullable(ticket.topic())).map(TopicId::value);
    }

    Optional<Effect.OpenTicket> ticket() {
        return effects(Effect.OpenTicket.class).stream().findFirst();
    }
}
