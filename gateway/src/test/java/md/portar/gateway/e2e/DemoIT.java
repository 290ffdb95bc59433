package md.portar.gateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.gateway.demo.Demo;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Phone;
import md.portar.gateway.simulator.PlatformRules;
import md.portar.gateway.simulator.SimulatorSettings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demonstration as a newcomer uses it: case status and hand-over on all three channels. */
class DemoIT {
    @RegisterExtension
    static final PlatformRules RULES = new PlatformRules();

    private static final AgentId ANA = new AgentId("ana");
    private static long nextPlayer = 100000301L;

    private final long player = nextPlayer++;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Demo demo;

    @BeforeAll
    static void start() throws Demo.CannotStart {
        demo = Demo.start(SimulatorSettings.demo().withPace(SimulatorSettings.Pace.QUICK), folder.resolve("demo"));
        RULES.watch(demo.simulator());
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private Phone phone(ChatApp app) {
        return switch (app) {
            case TELEGRAM -> demo.simulator().telegram().phone(player);
            case WHATSAPP -> demo.simulator().whatsApp().phone("whatsapp:+37360" + player % 1_000_000);
            case MESSENGER -> demo.simulator().messenger().phone("7000000" + player);
        };
    }

    private void says(ChatApp app, String text) {
        switch (app) {
            case TELEGRAM -> demo.simulator().telegram().says(player, text);
            case WHATSAPP -> demo.simulator().whatsApp().says("whatsapp:+37360" + player % 1_000_000, text);
            case MESSENGER -> demo.simulator().messenger().says("7000000" + player, text);
        }
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void aCaseIsReportedToItsOwnerOnly(ChatApp app) {
        says(app, "status of my request C-10482, account ID 123456");
        assertThat(phone(app).awaitReplyContaining("C-10482").text()).contains("in review");
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void anotherPlayersCaseIsAnsweredLikeAnUnknownOne(ChatApp app) {
        says(app, "status of my request C-10482, account ID 654321");
        String foreign = phone(app).awaitReplyContaining("could not find").text();
        says(app, "status of my request C-99999, account ID 654321");
        assertThat(phone(app).awaitReplyContaining("could not find").text()).isEqualTo(foreign);
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void anAgentTakesOverAnswersAndGivesBackToTheBot(ChatApp app) {
        HandoffDesk desk = demo.gateway().engine().desk();
        says(app, "I want to talk to a person");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !queue(desk).isEmpty());
        DeskRow row = queue(desk).get(0);
        assertThat(desk.claim(row.number(), ANA).done()).isTrue();
        phone(app).awaitReplyContaining("Ana");
        SendResult sent = desk.send(
                row.number(),
                ANA,
                new ClientMessageId("11111111-1111-1111-1111-111111111111"),
                UntrustedText.of("Hello, this is a real person."));
        assertThat(sent).isInstanceOf(SendResult.Accepted.class);
        phone(app).awaitReplyContaining("a real person");
        assertThat(desk.resolve(row.number(), ANA, EpisodeOutcome.SOLVED).state())
                .isEqualTo(ConversationState.Name.RESOLVED);
        phone(app).awaitReplyContaining("closed this chat");
        says(app, "how do I verify my account?");
        phone(app).awaitReplyContaining("verification");
    }

    @Test
    void anAgentWhoAsksForASecretIsStopped() {
        HandoffDesk desk = demo.gateway().engine().desk();
        says(ChatApp.TELEGRAM, "I want to talk to a person");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !queue(desk).isEmpty());
        DeskRow row = queue(desk).get(0);
        desk.claim(row.number(), ANA);
        SendResult refused = desk.send(
                row.number(),
                ANA,
                new ClientMessageId("22222222-2222-2222-2222-222222222222"),
                UntrustedText.of("Please send me your password"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        SendResult.Refused.class,
                        result -> assertThat(result.reason()).isEqualTo(SendResult.Reason.ASKS_FOR_SECRET));
    }

    private static List<DeskRow> queue(HandoffDesk desk) {
        return desk.list(DeskView.QUEUE, ANA, java.util.Optional.empty(), 10);
    }
}
