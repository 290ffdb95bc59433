package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.WHATSAPP_PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.Channel;
import md.portar.core.channel.TemplateName;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformUserId;
import md.portar.core.pipeline.ChannelKey;
import md.portar.core.pipeline.Engine;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.testkit.CountingMetrics;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.PlainTexts;
import md.portar.gateway.config.Configuration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an agent's choice to the player's phone: desk, outbox, adapter, and Twilio as the simulator plays it. */
class TemplateWireTest {
    private static final ChannelKey ACCOUNT = new ChannelKey(new ChannelId("whatsapp"), new ChannelAccount("main"));
    private static final AgentId ANA = new AgentId("ana");
    private static final String APPROVED = "{\"language\":\"ro\",\"types\":{\"twilio/text\":"
            + "{\"body\":\"Bună, {{1}}! Noutăți despre cererea {{2}}.\"}}}";

    @TempDir
    private Path folder;

    private final SimulatorFixture fixture = new SimulatorFixture();
    private final FixedClock clock = FixedClock.onMonday();
    private final List<Form> sends = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** An approved template at the simulated Twilio, and the settings that name it. */
    private String settings() {
        String sid = fixture.calls.content(APPROVED).json().path("sid").asText();
        fixture.calls.twilioPost("/v1/Content/" + sid + "/ApprovalRequests/whatsapp", "");
        SimulatorSettings.WhatsApp account = fixture.settings.whatsApp();
        return """
                public-url: https://bots.example.org
                operator: { name: Example }
                channels:
                  whatsapp:
                    main:
                      account-sid: %s
                      auth-token: "${env:TOKEN}"
                      from: "%s"
                      api-url: %s
                      templates:
                        case_news:
                          languages:
                            ro: { content-sid: %s, body: "Bună, {{1}}! Noutăți despre cererea {{2}}." }
                          variables:
                            "1": { fill: customer }
                            "2": { label: Case number, longest: 20 }
                """.formatted(account.accountSid(), account.from(), fixture.simulator.url(), sid);
    }

    private static Responder queueing() {
        return (before, batch, surroundings) -> new Turn(
                before.withState(before.state().queue(Priority.NORMAL, surroundings.now())),
                List.of(new Effect.OpenTicket(HandoffReason.REQUESTED, Priority.NORMAL, Language.RO, null)));
    }

    @Test
    void aTemplateReachesThePhoneAfterTheWindow() throws Exception {
        String settings = settings();
        Configuration configuration = Configuration.read(
                settings, Map.of("TOKEN", fixture.settings.whatsApp().authToken()), clock);
        SecretGuard guard = SecretGuard.standard();
        try (Store store = JdbcStore.open(StoreSettings.sqlite(folder.resolve("portar.db")), guard);
                Engine engine = Engine.open(new Engine.Parts(
                        store, guard, new PlainTexts(), clock, new CountingMetrics(), EngineSettings.defaults()))) {
            Channel channel = configuration
                    .channels()
                    .find(ACCOUNT.channel(), ACCOUNT.account())
                    .orElseThrow();
            engine.start(Map.of(ACCOUNT, channel), queueing());
            ConversationNumber number = claimed(engine);
            closeTheWindow();
            HandoffDesk desk = engine.desk();
            assertThat(desk.send(number, ANA, new ClientMessageId("draft-01"), UntrustedText.of("bună")))
                    .isEqualTo(new SendResult.Refused(SendResult.Reason.WINDOW_CLOSED, Set.of()));
            TemplateDraft draft = new TemplateDraft(
                    new TemplateName("case_news"), Language.RO, Map.of(2, UntrustedText.of("C-10482")));
            desk.sendTemplate(number, ANA, new ClientMessageId("draft-02"), draft);
            Awaitility.await()
                    .until(() -> last(desk, number).delivery().equals(Optional.of(DeskMessage.Delivery.SENT)));
            assertThat(last(desk, number).text().value()).isEqualTo("Bună, Test User! Noutăți despre cererea C-10482.");
        } finally {
            configuration.channels().close();
        }
        assertThat(sends).singleElement().satisfies(form -> {
            assertThat(form.get("ContentSid")).matches("HX[0-9a-f]{32}");
            assertThat(form.get("ContentVariables")).isEqualTo("{\"1\":\"Test User\",\"2\":\"C-10482\"}");
            assertThat(form.get("Body")).isEmpty();
        });
        List<Recorder.Sent> read = fixture.simulator.recorder().sentTo(ChatApp.WHATSAPP, WHATSAPP_PLAYER);
        assertThat(read).extracting(Recorder.Sent::kind).containsExactly("text", "template");
        assertThat(read.get(1).text()).isEqualTo("Bună, Test User! Noutăți despre cererea C-10482.");
    }

    /** A player wrote and Ana has the conversation; what the bot says about it is let out first. */
    private ConversationNumber claimed(Engine engine) throws Exception {
        fixture.simulator.whatsApp().says(WHATSAPP_PLAYER, "person").status();
        engine.agents()
                .save(new Agent(
                        ANA, CatalogueText.of("Ana"), AgentRole.AGENT, Set.of(Language.values()), Language.EN, false));
        ConversationKey player = new ConversationKey(
                ACCOUNT.channel(),
                ACCOUNT.account(),
                new PlatformUserId(WHATSAPP_PLAYER.substring("whatsapp:".length())));
        engine.intake()
                .accept(ACCOUNT.channel(), ACCOUNT.account(), List.of(Inbound.text(player, "person")))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        Awaitility.await().until(() -> engine.desk().counts(ANA).waiting() == 1);
        ConversationNumber number = engine.desk().claimNext(ANA).orElseThrow();
        fixture.simulator.whatsApp().phone(WHATSAPP_PLAYER).awaitReply();
        return number;
    }

    private void closeTheWindow() {
        clock.advance(Duration.ofHours(25));
        fixture.simulator.faults().on(ChatApp.WHATSAPP, FaultKind.JUMP);
        fixture.simulator.alsoCheck((app, request) -> {
            if (request.path().endsWith("/Messages.json") && request.method().equals("POST")) {
                sends.add(request.form());
            }
            return List.of();
        });
    }

    private static DeskMessage last(HandoffDesk desk, ConversationNumber number) {
        List<DeskMessage> messages =
                desk.thread(number, Optional.empty(), 50).orElseThrow().messages();
        return messages.get(messages.size() - 1);
    }
}
