package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.MESSENGER_PLAYER;
import static md.portar.gateway.simulator.SimulatorFixture.PLAYER;
import static md.portar.gateway.simulator.SimulatorFixture.WHATSAPP_PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String EARLY = "sent before the time a refusal named had passed";
    private static final String SEND = "{\"chat_id\":100000001,\"text\":\"x\"}";

    private final SimulatorFixture fixture = new SimulatorFixture();
    private final Simulator simulator = fixture.simulator;
    private final Faults faults = simulator.faults();
    private final GatewayCalls calls = fixture.calls;

    @BeforeEach
    void greet() {
        simulator.telegram().says(PLAYER, "salut").status();
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        simulator.whatsApp().says(WHATSAPP_PLAYER, "salut").status();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void tooManyRequestsLooksAsOnEachPlatformAndHitsOnce() {
        for (ChatApp app : ChatApp.values()) {
            faults.next(app, FaultKind.RATE_LIMIT);
        }
        GatewayCalls.Answer telegram = calls.telegram("sendMessage", SEND);
        assertThat(telegram.status()).isEqualTo(429);
        assertThat(telegram.json().at("/parameters/retry_after").asInt()).isEqualTo(3);
        GatewayCalls.Answer twilio = calls.twilio(whatsApp());
        assertThat(twilio.status()).isEqualTo(429);
        assertThat(twilio.json().path("code").asInt()).isEqualTo(20429);
        GatewayCalls.Answer graph = calls.graph("messages", messenger());
        assertThat(graph.json().at("/error/code").asInt()).isEqualTo(613);

        assertThat(calls.telegram("sendMessage", SEND).status()).isEqualTo(200);
        assertThat(calls.twilio(whatsApp()).status()).isEqualTo(201);
        assertThat(calls.graph("messages", messenger()).status()).isEqualTo(200);
        assertThat(simulator.recorder().sent()).hasSize(3);
        assertThat(fixture.broken()).containsExactly(EARLY, EARLY);
    }

    private Map<String, String> whatsApp() {
        return Map.of("From", fixture.settings.whatsApp().from(), "To", WHATSAPP_PLAYER, "Body", "x");
    }

    private static String messenger() {
        return "{\"recipient\":{\"id\":\"" + MESSENGER_PLAYER
                + "\"},\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"x\"}}";
    }

    @Test
    void afterATimeoutTheMessageIsThereAndTheAnswerIsNot() {
        faults.set(ChatApp.TELEGRAM, Fault.next(FaultKind.TIMEOUT_AFTER).amount(Duration.ofMillis(200)));
        assertThat(calls.telegram("sendMessage", SEND).status()).isZero();
        assertThat(simulator.telegram().phone(PLAYER).replies()).hasSize(1);
    }

    @Test
    void inABlackHoleNeitherIsThere() {
        faults.set(ChatApp.TELEGRAM, Fault.next(FaultKind.BLACK_HOLE).amount(Duration.ofMillis(200)));
        assertThat(calls.telegram("sendMessage", SEND).status()).isZero();
        assertThat(simulator.telegram().phone(PLAYER).replies()).isEmpty();
    }

    @Test
    void halfAnAnswerCannotBeRead() {
        faults.next(ChatApp.TELEGRAM, FaultKind.HALF_BODY);
        assertThat(calls.telegram("sendMessage", SEND).status()).isZero();
        assertThat(simulator.telegram().phone(PLAYER).replies()).hasSize(1);
    }

    @Test
    void serverTroubleAndHtmlPagesDeliverNothing() {
        faults.next(ChatApp.TELEGRAM, FaultKind.SERVER_ERROR);
        assertThat(calls.telegram("sendMessage", SEND).status()).isEqualTo(500);
        faults.next(ChatApp.TELEGRAM, FaultKind.HTML_502);
        GatewayCalls.Answer html = calls.telegram("sendMessage", SEND);
        assertThat(html.status()).isEqualTo(502);
        assertThat(html.body()).startsWith("<html>");
        assertThat(simulator.telegram().phone(PLAYER).replies()).isEmpty();
    }

    @Test
    void anOutageCutsEveryCallAndEndsByItself() {
        faults.outage(ChatApp.TELEGRAM, Duration.ofMillis(300));
        assertThat(calls.telegram("getMe", "{}").status()).isZero();
        Awaitility.await().until(() -> calls.telegram("getMe", "{}").status() == 200);
        assertThat(faults.active(ChatApp.TELEGRAM)).isEmpty();
    }

    @Test
    void aStormHitsItsShareUntilSwitchedOff() {
        simulator.enforceLimits(false);
        faults.seed(11);
        faults.on(ChatApp.TELEGRAM, FaultKind.RATE_LIMIT, 0.5, Duration.ofSeconds(1));
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            refused += calls.telegram("sendMessage", SEND).status() == 429 ? 1 : 0;
        }
        assertThat(refused).isBetween(10, 50);
        faults.off(ChatApp.TELEGRAM, FaultKind.RATE_LIMIT);
        assertThat(calls.telegram("sendMessage", SEND).status()).isEqualTo(200);
        assertThat(fixture.broken()).isNotEmpty().containsOnly(EARLY);
    }

    @Test
    void aDuplicateIsTheSameUpdateTwice() {
        int before = fixture.gateway.received().size();
        faults.next(ChatApp.TELEGRAM, FaultKind.DUPLICATE);
        simulator.telegram().says(PLAYER, "de două ori");
        Awaitility.await().until(() -> fixture.gateway.received().size() == before + 2);
        List<StandInGateway.Received> all = fixture.gateway.received();
        assertThat(all.get(before).body()).isEqualTo(all.get(before + 1).body());
    }

    @Test
    void swappedMessagesArriveTheOtherWayRound() {
        faults.next(ChatApp.MESSENGER, FaultKind.REORDER);
        int before = fixture.gateway.received().size();
        Report first = simulator.messenger().says(MESSENGER_PLAYER, "unu");
        simulator.messenger().says(MESSENGER_PLAYER, "doi").status();
        assertThat(first.status()).isEqualTo(200);
        assertThat(fixture.gateway.received().subList(before, before + 2))
                .extracting(one -> one.request()
                        .json()
                        .orElseThrow()
                        .at("/entry/0/messaging/0/message/text")
                        .asText())
                .containsExactly("doi", "unu");
    }

    @Test
    void aForgedSignatureIsNotTheGenuineOneAndIsNotRepeated() {
        fixture.gateway.answersWith(one -> 403);
        for (ChatApp app : ChatApp.values()) {
            faults.next(app, FaultKind.BAD_SIGNATURE);
        }
        int before = fixture.gateway.received().size();
        assertThat(simulator.telegram().says(PLAYER, "x").status()).isEqualTo(403);
        assertThat(fixture.lastReceived().request().header("x-telegram-bot-api-secret-token"))
                .contains("not-the-secret");
        Report messenger = simulator.messenger().says(MESSENGER_PLAYER, "x");
        assertThat(messenger.status()).isEqualTo(403);
        WireRequest forged = fixture.lastReceived().request();
        assertThat(forged.header("x-hub-signature-256"))
                .isNotEqualTo(java.util.Optional.of(Signatures.meta(
                        fixture.settings.messenger().appSecret(), forged.body().getBytes())));
        assertThat(simulator.whatsApp().says(WHATSAPP_PLAYER, "x").status()).isEqualTo(403);
        assertThat(fixture.gateway.received()).hasSize(before + 3);
        simulator.messenger().phone(MESSENGER_PLAYER).awaitMark(messenger.messageId(), ChatEntry.Mark.FAILED);
    }

    @Test
    void anOldMessageIsDatedYesterdayAndAJumpMovesTheClock() {
        faults.next(ChatApp.TELEGRAM, FaultKind.LATE);
        simulator.telegram().says(PLAYER, "vechi").status();
        long now = Instant.now().getEpochSecond();
        assertThat(date()).isBetween(now - 25 * 3600 - 60, now - 25 * 3600 + 60);
        faults.on(ChatApp.TELEGRAM, FaultKind.JUMP);
        simulator.telegram().says(PLAYER, "mâine").status();
        assertThat(date()).isBetween(now + 25 * 3600 - 60, now + 25 * 3600 + 60);
    }

    private long date() {
        return fixture.lastReceived()
                .request()
                .json()
                .orElseThrow()
                .at("/message/date")
                .asLong();
    }
}
