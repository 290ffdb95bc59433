package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole runs over the wire: a small bot that repeats what it is asked, and what the recorder makes of it. */
class RunTest {
    private static final String PLAYER = "100000001";
    private static final String SEND = "{\"chat_id\":100000001,\"text\":\"%s\"}";

    private final SimulatorFixture fixture = new SimulatorFixture();
    private final Simulator simulator = fixture.simulator;
    private final GatewayCalls calls = fixture.calls;

    @BeforeEach
    void greet() {
        simulator.telegram().says(Long.parseLong(PLAYER), "salut").status();
        simulator.recorder().clear();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private int send(String text) {
        return calls.telegram("sendMessage", SEND.formatted(text)).status();
    }

    private RunReport.Figures telegram() {
        return simulator
                .recorder()
                .report()
                .byApp()
                .getOrDefault(ChatApp.TELEGRAM, simulator.recorder().report().total());
    }

    @Test
    void aQuestionIsAcknowledgedThenAnsweredOnEveryMessenger() {
        Map<ChatApp, String> players = Map.of(
                ChatApp.TELEGRAM, PLAYER,
                ChatApp.WHATSAPP, SimulatorFixture.WHATSAPP_PLAYER,
                ChatApp.MESSENGER, SimulatorFixture.MESSENGER_PLAYER);
        players.forEach((app, player) -> assertThat(simulator
                        .asks(new Question(app, player, "say Q-1", "Q-1"))
                        .status())
                .isEqualTo(200));
        assertThat(simulator.recorder().report().total().questions().lost()).isEqualTo(3);
        assertThat(send("here is Q-1")).isEqualTo(200);
        assertThat(calls.twilio(Map.of(
                                "From",
                                fixture.settings.whatsApp().from(),
                                "To",
                                SimulatorFixture.WHATSAPP_PLAYER,
                                "Body",
                                "here is Q-1"))
                        .status())
                .isEqualTo(201);
        assertThat(calls.graph(
                                "messages",
                                "{\"recipient\":{\"id\":\"" + SimulatorFixture.MESSENGER_PLAYER
                                        + "\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"here is Q-1\"}}")
                        .status())
                .isEqualTo(200);
        RunReport report = simulator.recorder().report();
        assertThat(report.total().questions()).isEqualTo(new RunReport.Questions(3, 3, 3, 0, 0, 0, 0));
        assertThat(report.total().messages().acknowledged()).isEqualTo(3);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aRefusedQuestionIsNotAcknowledgedUntilARepeatIs() {
        fixture.gateway.answersWith(one -> 503);
        simulator.redelivery(
                ChatApp.TELEGRAM, Redelivery.persistent(200, Duration.ofMillis(10), Duration.ofMillis(10)));
        Report report = simulator.asks(new Question(ChatApp.TELEGRAM, PLAYER, "Q-1", "Q-1"));
        Awaitility.await().until(() -> telegram().webhooks().refused() >= 3);
        assertThat(telegram().questions().acknowledged()).isZero();
        fixture.gateway.answersWith(one -> 200);
        assertThat(report.status()).isEqualTo(200);
        assertThat(telegram().questions().acknowledged()).isEqualTo(1);
        assertThat(telegram().webhooks().repeated()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsTakenWithoutAnAnswerIsAmbiguousAndExplainsOneRepeat() {
        for (FaultKind kind : new FaultKind[] {FaultKind.CUT_AFTER, FaultKind.HALF_BODY, FaultKind.EMPTY_BODY}) {
            simulator.recorder().clear();
            simulator
                    .asks(new Question(ChatApp.TELEGRAM, PLAYER, "Q-1", "Q-" + kind.id()))
                    .status();
            simulator.faults().next(ChatApp.TELEGRAM, kind);
            GatewayCalls.Answer answer = calls.telegram("sendMessage", SEND.formatted("Q-" + kind.id()));
            assertThat(answer.body()).as(kind.id()).isEmpty();
            send("Q-" + kind.id());
            assertThat(telegram().sends().ambiguous()).as(kind.id()).isEqualTo(1);
            assertThat(telegram().questions().duplicated()).isEqualTo(1);
            assertThat(telegram().questions().explained()).isEqualTo(1);
        }
    }

    @Test
    void aResetTakesNothingAndAWithdrawnTokenRefusesEverything() {
        simulator.faults().next(ChatApp.TELEGRAM, FaultKind.RESET);
        assertThat(send("x")).isZero();
        assertThat(telegram().sends().taken()).isZero();
        assertThat(telegram().sends().ambiguous()).isZero();
        for (ChatApp app : ChatApp.values()) {
            simulator.faults().on(app, FaultKind.UNAUTHORISED);
        }
        assertThat(calls.telegram("getMe", "{}").status()).isEqualTo(401);
        GatewayCalls.Answer twilio = calls.twilio(Map.of(
                "From", fixture.settings.whatsApp().from(), "To", SimulatorFixture.WHATSAPP_PLAYER, "Body", "x"));
        assertThat(twilio.status()).isEqualTo(401);
        assertThat(twilio.json().path("code").asInt()).isEqualTo(20003);
        assertThat(calls.graph("messages", "{}").json().at("/error/code").asInt())
                .isEqualTo(190);
    }

    @Test
    void aSendBeforeItsTimeBreaksARuleAndOneAfterItDoesNot() {
        TurnedClock clock = new TurnedClock();
        try (Simulator turned = new Simulator(fixture.settings.withClock(clock)).start()) {
            GatewayCalls called = new GatewayCalls(turned, fixture.settings);
            turned.telegram().says(100000001L, "salut").status();
            turned.faults()
                    .set(ChatApp.TELEGRAM, Fault.next(FaultKind.RATE_LIMIT).amount(Duration.ofSeconds(3)));
            assertThat(called.telegram("sendMessage", SEND.formatted("x")).status())
                    .isEqualTo(429);
            clock.turn(Duration.ofSeconds(3));
            assertThat(called.telegram("sendMessage", SEND.formatted("x")).status())
                    .isEqualTo(200);
            assertThat(turned.recorder().violations()).isEmpty();
            turned.faults()
                    .set(ChatApp.TELEGRAM, Fault.next(FaultKind.RATE_LIMIT).amount(Duration.ofSeconds(3)));
            called.telegram("sendMessage", SEND.formatted("x"));
            clock.turn(Duration.ofMillis(2_900));
            called.telegram("sendMessage", SEND.formatted("x"));
            assertThat(turned.recorder().violations()).hasSize(1);
            assertThat(turned.recorder().report().total().sends().early()).isEqualTo(1);
        }
    }

    @Test
    void anotherProcessCanAskMarkAndRead() {
        assertThat(calls.page(
                                "/simulator/asks",
                                "[{\"app\":\"telegram\",\"player\":\"100000001\",\"text\":\"hi\",\"mark\":\"Q-9\"}]")
                        .status())
                .isEqualTo(204);
        String mark = "{\"app\":\"messenger\",\"player\":\"7000000000000001\",\"mark\":\"Q-8\",\"state\":\"%s\"}";
        assertThat(calls.page("/simulator/marks", mark.formatted("asked")).status())
                .isEqualTo(204);
        assertThat(calls.page("/simulator/marks", mark.formatted("acknowledged"))
                        .status())
                .isEqualTo(204);
        assertThat(calls.page("/simulator/marks", mark.formatted("guessed")).status())
                .isEqualTo(400);
        Awaitility.await().until(() -> figure("/total/questions/acknowledged") == 2);
        send("Q-9");
        assertThat(figure("/byApp/telegram/questions/answered")).isEqualTo(1);
        assertThat(figure("/byApp/messenger/questions/lost")).isEqualTo(1);
        assertThat(calls.get("/simulator/report.txt").body()).contains("questions.lost", "NOT CLEAN");
        assertThat(calls.page("/simulator/run", "{}").status()).isEqualTo(204);
        assertThat(figure("/total/questions/asked")).isZero();
    }

    private int figure(String pointer) {
        JsonNode report = calls.get("/simulator/report").json();
        return report.at(pointer).asInt(-1);
    }

    @Test
    void aStormSetOverHttpStrikesItsShareWithItsSpanOfWaits() {
        assertThat(calls.page("/simulator/faults", "{\"mode\":\"seed\",\"seed\":5}")
                        .status())
                .isEqualTo(204);
        assertThat(calls.page("/simulator/limits", "{\"enforced\":false}").status())
                .isEqualTo(204);
        String storm =
                "{\"app\":\"telegram\",\"fault\":\"rate-limit\",\"mode\":\"on\",\"share\":0.5,\"amount\":\"PT1S\","
                        + "\"most\":\"PT5S\",\"lasts\":\"PT10M\",\"chats\":[\"100000001\"]}";
        assertThat(calls.page("/simulator/faults", storm).status()).isEqualTo(204);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            GatewayCalls.Answer answer = calls.telegram("sendMessage", SEND.formatted("x"));
            refused += answer.status() == 429 ? 1 : 0;
        }
        assertThat(refused).isBetween(15, 45);
        JsonNode faults = calls.get("/simulator/faults").json();
        assertThat(faults.at("/struck/telegram/rate-limit").asInt()).isEqualTo(refused);
        assertThat(faults.at("/active/telegram/rate-limit/most").asText()).isEqualTo("PT5S");
        assertThat(calls.get("/simulator/report").json().path("seed").asInt()).isEqualTo(5);
        assertThat(fixture.broken()).containsOnly("sent before the time a refusal named had passed");
    }
}
