package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.MESSENGER_PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessengerWireTest {
    private static final String RECIPIENT = "\"recipient\":{\"id\":\"" + MESSENGER_PLAYER + "\"}";

    private final SimulatorFixture fixture = new SimulatorFixture();
    private final Simulator simulator = fixture.simulator;
    private final GatewayCalls calls = fixture.calls;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String text(String words) {
        return "{" + RECIPIENT + ",\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"" + words + "\"}}";
    }

    private JsonNode lastEvent() {
        return event(fixture.lastReceived());
    }

    private static JsonNode event(StandInGateway.Received one) {
        return one.request().json().orElseThrow().at("/entry/0/messaging/0");
    }

    @Test
    void aMessageIsSignedOverItsEscapedBytes() {
        assertThat(simulator.messenger().says(MESSENGER_PLAYER, "bună/👍").status())
                .isEqualTo(200);
        StandInGateway.Received received = fixture.lastReceived();
        assertThat(received.body()).contains("bun\\u0103\\/\\ud83d\\udc4d").doesNotContain("ă");
        assertThat(received.request().header("x-hub-signature-256"))
                .contains(Signatures.meta(
                        fixture.settings.messenger().appSecret(),
                        received.request().body().getBytes()));
        assertThat(lastEvent().at("/message/text").asText()).isEqualTo("bună/👍");
        assertThat(lastEvent().at("/recipient/id").asText())
                .isEqualTo(fixture.settings.messenger().ids().page());
    }

    @Test
    void aReplyIsEchoedDeliveredAndRead() {
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        GatewayCalls.Answer answer = calls.graph("messages", text("Bun venit"));
        assertThat(answer.status()).isEqualTo(200);
        String mid = answer.json().path("message_id").asText();
        Phone phone = simulator.messenger().phone(MESSENGER_PLAYER);
        assertThat(phone.awaitReply().text()).isEqualTo("Bun venit");
        phone.awaitMark(mid, ChatEntry.Mark.READ);
        Awaitility.await().until(() -> fixture.gateway.received().size() == 4);
        List<JsonNode> events = fixture.gateway.received().stream()
                .map(MessengerWireTest::event)
                .toList();
        assertThat(events.get(1).at("/message/is_echo").asBoolean()).isTrue();
        assertThat(events.get(1).at("/message/app_id").asText())
                .isEqualTo(fixture.settings.messenger().ids().app());
        assertThat(events.get(2).at("/delivery/mids/0").asText()).isEqualTo(mid);
        assertThat(events.get(3).at("/read/watermark").asLong()).isPositive();
        assertThat(simulator.recorder().violations()).isEmpty();
    }

    @Test
    void quickRepliesComeBackAndVanish() {
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        calls.graph(
                "messages",
                "{" + RECIPIENT + ",\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Bun?\",\"quick_replies\":["
                        + "{\"content_type\":\"text\",\"title\":\"Da\",\"payload\":\"yes\"}]}}");
        Phone phone = simulator.messenger().phone(MESSENGER_PLAYER);
        phone.awaitReply();
        Report tapped = simulator.messenger().taps(MESSENGER_PLAYER, "Da");
        assertThat(tapped.status()).isEqualTo(200);
        assertThat(fixture.gateway.received().stream()
                        .map(one ->
                                event(one).at("/message/quick_reply/payload").asText()))
                .contains("yes");
        assertThat(phone.replies().get(0).body().choices().options()).isEmpty();
    }

    @Test
    void postbacksAttachmentsEditsAndUnsendsAreReported() {
        simulator.messenger().starts(MESSENGER_PLAYER).status();
        assertThat(lastEvent().at("/postback/payload").asText()).isEqualTo("GET_STARTED");
        Report photo = simulator.messenger().sendsPhoto(MESSENGER_PLAYER);
        photo.status();
        String url = lastEvent().at("/message/attachments/0/payload/url").asText();
        assertThat(calls.get(java.net.URI.create(url).getPath()).status()).isEqualTo(200);
        Report said = simulator.messenger().says(MESSENGER_PLAYER, "unu");
        said.status();
        simulator.messenger().edits(MESSENGER_PLAYER, said.messageId(), "doi").status();
        assertThat(lastEvent().at("/message_edit/text").asText()).isEqualTo("doi");
        simulator.messenger().takesBack(MESSENGER_PLAYER, said.messageId()).status();
        assertThat(lastEvent().at("/message/is_deleted").asBoolean()).isTrue();
        simulator.messenger().phone(MESSENGER_PLAYER).awaitGone(said.messageId());
    }

    @Test
    void tokenAndProofAreChecked() {
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        GatewayCalls.Answer wrong = calls.graph("messages", text("x"), "00");
        assertThat(wrong.json().at("/error/message").asText()).contains("appsecret_proof");
        GatewayCalls.Answer none = calls.get("/v26.0/me");
        assertThat(none.json().at("/error/code").asInt()).isEqualTo(190);
        assertThat(fixture.broken()).containsExactly("appsecret_proof does not fit the token");
    }

    @Test
    void theWindowTheTagAndBlockedPeopleAreAsDocumented() {
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        simulator.faults().on(ChatApp.MESSENGER, FaultKind.JUMP);
        GatewayCalls.Answer late = calls.graph("messages", text("x"));
        assertThat(late.json().at("/error/error_subcode").asInt()).isEqualTo(2018278);
        String human = text("x").replace("\"RESPONSE\"", "\"MESSAGE_TAG\",\"tag\":\"HUMAN_AGENT\"");
        assertThat(calls.graph("messages", human).status()).isEqualTo(200);
        simulator.messenger().blocks(MESSENGER_PLAYER, true);
        assertThat(calls.graph("messages", human).json().at("/error/code").asInt())
                .isEqualTo(551);
        String stranger = text("x").replace(MESSENGER_PLAYER, "7000000000000009");
        assertThat(calls.graph("messages", stranger)
                        .json()
                        .at("/error/error_subcode")
                        .asInt())
                .isEqualTo(2018001);
    }

    @Test
    void tooLongTextIsRefusedAndNoticed() {
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        assertThat(calls.graph("messages", text("x".repeat(2001)))
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(100);
        assertThat(fixture.broken()).containsExactly("text must have 1 to 2000 characters, has 2001");
    }

    @Test
    void anotherAppsThreadIsOnlyHeardOnStandby() {
        simulator.messenger().says(MESSENGER_PLAYER, "salut").status();
        calls.graph("pass_thread_control", "{" + RECIPIENT + ",\"target_app_id\":\"263902037430900\"}");
        simulator.messenger().says(MESSENGER_PLAYER, "mai e cineva?").status();
        JsonNode entry = fixture.lastReceived().request().json().orElseThrow().at("/entry/0");
        assertThat(entry.has("messaging")).isFalse();
        assertThat(entry.at("/standby/0/message/text").asText()).isEqualTo("mai e cineva?");
    }

    @Test
    void theSubscriptionChallengeIsChecked() {
        assertThat(simulator.messenger().verifies("verify-me").join()).isEqualTo(200);
        assertThat(simulator.messenger().verifies("wrong").join()).isEqualTo(403);
    }

    @Test
    void aPersonsLanguageIsInTheProfile() {
        simulator.messenger().speaks(MESSENGER_PLAYER, "ru");
        assertThat(calls.graphGet(MESSENGER_PLAYER + "?fields=locale")
                        .json()
                        .path("locale")
                        .asText())
                .isEqualTo("ru_RU");
    }
}
