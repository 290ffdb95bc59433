package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits refuse what is too much, on a clock that a test turns. */
class LimitsTest {
    private static final ChatApp APP = ChatApp.TELEGRAM;

    private final TurnedClock clock = new TurnedClock();
    private final Limits limits = new Limits(clock);
    private final StandInGateway gateway = new StandInGateway();
    private final SimulatorSettings settings = gateway.settings().withClock(clock);
    private final Simulator simulator = new Simulator(settings).start();
    private final GatewayCalls calls = new GatewayCalls(simulator, settings);

    @BeforeEach
    void greet() {
        simulator.telegram().says(SimulatorFixture.PLAYER, "salut").status();
        simulator.messenger().says(SimulatorFixture.MESSENGER_PLAYER, "salut").status();
        simulator.whatsApp().says(SimulatorFixture.WHATSAPP_PLAYER, "salut").status();
    }

    @AfterEach
    void stop() {
        simulator.close();
        gateway.close();
    }

    private int passed(String player, int tries) {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += limits.exceeded(APP, player).isEmpty() ? 1 : 0;
        }
        return passed;
    }

    @Test
    void aChatTakesAShortBurstThenOneASecond() {
        assertThat(passed("1", 20)).isEqualTo(5);
        assertThat(limits.exceeded(APP, "1")).contains(Duration.ofSeconds(1));
        clock.turn(Duration.ofSeconds(1));
        assertThat(passed("1", 20)).isEqualTo(1);
    }

    @Test
    void aGroupTakesTwentyAMinute() {
        assertThat(passed("-5", 25)).isEqualTo(20);
        clock.turn(Duration.ofSeconds(3));
        assertThat(passed("-5", 5)).isEqualTo(1);
    }

    @Test
    void aBotSendsThirtyASecondInAll() {
        int passed = 0;
        for (int player = 0; player < 60; player++) {
            passed += passed(String.valueOf(player), 1);
        }
        assertThat(passed).isEqualTo(30);
        clock.turn(Duration.ofSeconds(1));
        assertThat(passed("1000", 1)).isEqualTo(1);
    }

    @Test
    void steadySendingBelowTheLimitsIsNeverRefused() {
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            refused += passed(String.valueOf(i % 200), 1) == 1 ? 0 : 1;
            clock.turn(Duration.ofMillis(40));
        }
        assertThat(refused).isZero();
    }

    @Test
    void theSixthMessageInARowIsRefusedWithItsTime() {
        String send = "{\"chat_id\":100000001,\"text\":\"x\"}";
        for (int i = 0; i < 5; i++) {
            assertThat(calls.telegram("sendMessage", send).status()).isEqualTo(200);
        }
        GatewayCalls.Answer refused = calls.telegram("sendMessage", send);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.json().at("/parameters/retry_after").asInt()).isEqualTo(1);
        assertThat(calls.telegram("sendChatAction", "{\"chat_id\":100000001,\"action\":\"typing\"}")
                        .status())
                .isEqualTo(200);
        assertThat(simulator.recorder().report().total().sends().overLimit()).isEqualTo(1);
        simulator.enforceLimits(false);
        clock.turn(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(calls.telegram("sendMessage", send).status()).isEqualTo(200);
        }
        assertThat(simulator.recorder().violations()).isEmpty();
    }

    @Test
    void twilioRefusesTooManyRequestsAndMetaSaysHowMuchIsUsed() {
        Map<String, String> form =
                Map.of("From", settings.whatsApp().from(), "To", SimulatorFixture.WHATSAPP_PLAYER, "Body", "x");
        int refused = 0;
        for (int i = 0; i < 101; i++) {
            GatewayCalls.Answer answer = calls.twilio(form);
            if (answer.status() == 429) {
                refused++;
                assertThat(answer.json().path("code").asInt()).isEqualTo(20429);
            }
        }
        assertThat(refused).isEqualTo(1);
        String text = "{\"recipient\":{\"id\":\"" + SimulatorFixture.MESSENGER_PLAYER
                + "\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"x\"}}";
        String first = "";
        String last = "";
        for (int i = 0; i < 60; i++) {
            GatewayCalls.Answer answer = calls.graph("messages", text);
            first = i == 0 ? answer.usage() : first;
            last = answer.usage();
        }
        assertThat(calls(first)).isZero();
        assertThat(calls(last)).isEqualTo(20);
    }

    private int calls(String usage) {
        return Json.read(usage)
                .orElseThrow()
                .at("/" + settings.messenger().ids().page() + "/0/call_count")
                .asInt(-1);
    }
}
