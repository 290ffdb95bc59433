package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.TemplateField;
import md.portar.core.channel.TemplateField.Fill;
import md.portar.core.channel.TemplateName;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretKind;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.SendResult.Reason;
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.handoff.Undelivered;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** Templates at the desk, on any store: Ana has the conversation of a person whose reply window has closed. */
interface TemplatesContract {
    AgentId ANA = RunningEngine.ANA;
    ConversationKey PERSON = RecordingChannel.person(1);
    ChannelCapabilities WINDOWED = new ChannelCapabilities(
            4_096, 4_096, 8, 64, Duration.ofHours(24), null, true, true, true, Duration.ZERO, 10_000);
    TemplateName NEWS = new TemplateName("case_news");
    TemplateName CODE = new TemplateName("your_code");
    List<MessageTemplate> TEMPLATES = List.of(
            new MessageTemplate(
                    NEWS,
                    CatalogueText.of("Case news"),
                    Map.of(
                            Language.EN, CatalogueText.of("{{1}}, this is {{2}}: news about {{3}}. {{4}}"),
                            Language.RO, CatalogueText.of("{{1}}, sunt {{2}}: noutăți despre {{3}}. {{4}}")),
                    List.of(
                            new TemplateField(Fill.CUSTOMER, CatalogueText.EMPTY, 60),
                            new TemplateField(Fill.AGENT, CatalogueText.EMPTY, 60),
                            new TemplateField(Fill.TYPED, CatalogueText.of("Case"), 20),
                            new TemplateField(Fill.TYPED, CatalogueText.of("News"), 60))),
            new MessageTemplate(
                    CODE,
                    CatalogueText.of("Code"),
                    Map.of(Language.EN, CatalogueText.of("Your login code is {{1}}")),
                    List.of(new TemplateField(Fill.TYPED, CatalogueText.EMPTY, 60))));

    RunningEngine running();

    FixedClock clock();

    /** What every implementation's channel is made of. */
    static RecordingChannel channel() {
        return new RecordingChannel(WINDOWED).with(TEMPLATES);
    }

    /** The scene of every test. */
    static void setTheScene(RunningEngine running, FixedClock clock) {
        running.addAgent(ANA);
        running.start(DeskScript.queueing());
        new DeskScript(running).queueAndClaim(PERSON);
        await().until(() -> running.channel.words().contains("joined en ana"));
        clock.advance(Duration.ofHours(25));
    }

    private ConversationNumber number() {
        return running().onlyConversation();
    }

    private SendResult send(AgentId agent, String id, TemplateName name, Language language, String... typed) {
        Map<Integer, UntrustedText> fields = new HashMap<>();
        int first = name.equals(NEWS) ? 3 : 1;
        for (int i = 0; i < typed.length; i++) {
            fields.put(first + i, UntrustedText.of(typed[i]));
        }
        return running()
                .engine
                .desk()
                .sendTemplate(number(), agent, new ClientMessageId(id), new TemplateDraft(name, language, fields));
    }

    /** Ana sends the news in English. */
    default SendResult news(String id, String... typed) {
        return send(ANA, id, NEWS, Language.EN, typed);
    }

    private static SendResult refused(Reason reason, SecretKind... kinds) {
        return new SendResult.Refused(reason, Set.of(kinds));
    }

    private DeskMessage last() {
        List<DeskMessage> messages = running()
                .engine
                .desk()
                .thread(number(), Optional.empty(), 50)
                .orElseThrow()
                .messages();
        return messages.get(messages.size() - 1);
    }

    private List<SendTemplate> templates() {
        return running().channel.attempts().stream()
                .filter(SendTemplate.class::isInstance)
                .map(SendTemplate.class::cast)
                .toList();
    }

    @Test
    default void aTemplateLeavesAfterTheWindowAndIsKeptAsThePersonReadsIt() {
        assertThat(running().engine.desk().send(number(), ANA, new ClientMessageId("draft-00"), UntrustedText.of("hi")))
                .isEqualTo(refused(Reason.WINDOW_CLOSED));
        SendResult result = news("draft-01", "C-10482", "Documents are fine.");
        assertThat(result).isEqualTo(new SendResult.Accepted(last().seq()));
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        assertThat(last().text().value()).isEqualTo("Test User, this is ana: news about C-10482. Documents are fine.");
        assertThat(last().author()).isEqualTo(DeskMessage.Author.AGENT);
        assertThat(last().agent()).contains(ANA);
        assertThat(templates()).singleElement().satisfies(sent -> {
            assertThat(sent.to()).isEqualTo(PERSON);
            assertThat(sent.template()).isEqualTo(NEWS);
            assertThat(sent.language()).isEqualTo(Language.EN);
            assertThat(sent.variables().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().value())))
                    .isEqualTo(Map.of("1", "Test User", "2", "ana", "3", "C-10482", "4", "Documents are fine."));
        });
        assertThat(running().channel.words()).doesNotContain(last().text().value());
    }

    @Test
    default void aDoubleClickSendsOnce() {
        SendResult first = news("draft-01", "C-1", "Soon.");
        assertThat(news("draft-01", "C-1", "Soon.")).isEqualTo(first);
        assertThat(news("draft-02", "C-2", "Later.")).isNotEqualTo(first);
        await().until(() -> templates().size() == 2);
        assertThat(templates())
                .extracting(sent -> sent.text().value())
                .containsExactly(
                        "Test User, this is ana: news about C-1. Soon.",
                        "Test User, this is ana: news about C-2. Later.");
    }

    @Test
    default void whatCannotLeaveIsRefusedWithItsReason() {
        AgentId ion = new AgentId("ion");
        assertThat(send(ion, "draft-01", NEWS, Language.EN, "C-1", "x")).isEqualTo(refused(Reason.NOT_YOURS));
        assertThat(send(ANA, "draft-02", NEWS, Language.RU, "C-1", "x")).isEqualTo(refused(Reason.UNKNOWN_TEMPLATE));
        assertThat(send(ANA, "draft-03", new TemplateName("never_approved"), Language.EN))
                .isEqualTo(refused(Reason.UNKNOWN_TEMPLATE));
        assertThat(news("draft-04", "C-1")).isEqualTo(refused(Reason.FIELD_EMPTY));
        assertThat(news("draft-05", "C-1", " ")).isEqualTo(refused(Reason.FIELD_EMPTY));
        assertThat(news("draft-06", "C-" + "1".repeat(19), "x")).isEqualTo(refused(Reason.FIELD_TOO_LONG));
        for (String words : List.of("two\nlines", "a\ttab", "a     gap", "line\u2028separator")) {
            assertThat(news("draft-07", "C-1", words)).isEqualTo(refused(Reason.FIELD_NOT_ONE_LINE));
        }
        long seq = last().seq();
        assertThat(news("draft-07", "C-1", "corrected")).isEqualTo(new SendResult.Accepted(seq + 1));
    }

    @Test
    default void whoWantsNoMessagesGetsNoTemplate() {
        InboundMessage words = Inbound.message(PERSON, "stop-1", "stop");
        InboundMessage stop = new InboundMessage(
                words.key(), PERSON, words.id(), clock().instant(), words.sender(), words.content(), null);
        running().take(Inbound.received(stop));
        await().until(() -> running().channel.words().contains("stopped"));
        assertThat(news("draft-01", "C-1", "While he may be answered."))
                .isEqualTo(new SendResult.Accepted(last().seq()));
        clock().advance(Duration.ofHours(25));
        assertThat(news("draft-02", "C-1", "x")).isEqualTo(refused(Reason.OPTED_OUT));
        await().until(() -> templates().size() == 1);
    }

    @Test
    default void aSecretInAFieldIsRefusedHoweverItIsSpread() {
        long seq = last().seq();
        assertThat(news("draft-01", "C-1", "card 4111 1111 1111 1111"))
                .isEqualTo(refused(Reason.CONTAINS_SECRET, SecretKind.CARD_NUMBER));
        assertThat(news("draft-02", "4111 1111", "1111 1111"))
                .isEqualTo(refused(Reason.CONTAINS_SECRET, SecretKind.CARD_NUMBER));
        assertThat(send(ANA, "draft-03", CODE, Language.EN, "482913"))
                .as("only the template's own words tell that it is a code")
                .isEqualTo(refused(Reason.CONTAINS_SECRET, SecretKind.OTP));
        assertThat(news("draft-04", "C-1", "Please send me your PIN"))
                .isInstanceOfSatisfying(
                        SendResult.Refused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.ASKS_FOR_SECRET));
        assertThat(last().seq()).isEqualTo(seq);
        assertThat(templates()).isEmpty();
        assertThat(running().metrics.count("secret CARD_NUMBER out")).isEqualTo(2);
    }

    @Test
    default void placesThatAreTypedStayWords() {
        news("draft-01", "{{4}}", "{{3}} {{1}} $1 \\");
        assertThat(last().text().value()).isEqualTo("Test User, this is ana: news about {{4}}. {{3}} {{1}} $1 \\");
    }

    @Test
    default void aTemplateThatWasGivenUpIsSentAgainAsATemplate() {
        running().channel.answerWith(action -> new DeliveryOutcome.Undeliverable(DeliveryFailure.WINDOW_CLOSED, 63016));
        news("draft-01", "C-1", "Soon.");
        await().until(() -> last().delivery().equals(Optional.of(Delivery.FAILED)));
        assertThat(running().engine.undelivered().list(Undelivered.Filter.ALL, Optional.empty(), 10))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.text().value()).isEqualTo("Test User, this is ana: news about C-1. Soon."));
        running().channel.answerNormally();
        assertThat(running().engine.desk().sendAgain(number(), ANA, last().seq()))
                .isEqualTo(new SendResult.Accepted(last().seq()));
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
        assertThat(templates()).hasSize(2);
        assertThat(templates().get(1)).isEqualTo(templates().get(0));
        assertThat(running().engine.undelivered().counts()).isEmpty();
    }

    @Test
    default void aSupervisorCanReplayATemplateAfterTheWindow() {
        running().channel.answerWith(action -> new DeliveryOutcome.Undeliverable(DeliveryFailure.INVALID_MESSAGE, 400));
        news("draft-01", "C-1", "Soon.");
        await().until(() -> !running().engine.undelivered().counts().isEmpty());
        running().channel.answerNormally();
        long letter = running()
                .engine
                .undelivered()
                .list(Undelivered.Filter.ALL, Optional.empty(), 1)
                .get(0)
                .number();
        assertThat(running().engine.undelivered().replay(letter, ANA)).isEqualTo(Undelivered.Replay.DONE);
        await().until(() -> last().delivery().equals(Optional.of(Delivery.SENT)));
    }

    @Test
    default void aChannelWithoutTemplatesSaysSo() {
        running().channel.with(List.of());
        assertThat(news("draft-01", "C-1", "x")).isEqualTo(refused(Reason.NO_TEMPLATES));
        assertThat(running()
                        .engine
                        .desk()
                        .thread(number(), Optional.empty(), 1)
                        .orElseThrow()
                        .templates())
                .contains(List.of());
        running().channel.with(TEMPLATES);
        assertThat(running()
                        .engine
                        .desk()
                        .thread(number(), Optional.empty(), 1)
                        .orElseThrow()
                        .templates())
                .contains(TEMPLATES);
    }
}
