package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.WHATSAPP_PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhatsAppWireTest {
    private static final String QUICK_REPLY =
            "{\"language\":\"ro\",\"types\":{\"twilio/quick-reply\":{\"body\":\"Bun, {{1}}?\","
                    + "\"actions\":[{\"title\":\"Da\",\"id\":\"yes\"},{\"title\":\"Nu\",\"id\":\"no\"}]}}}";

    private final SimulatorFixture fixture = new SimulatorFixture();
    private final Simulator simulator = fixture.simulator;
    private final GatewayCalls calls = fixture.calls;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private String from() {
        return fixture.settings.whatsApp().from();
    }

    private String messages() {
        return "/2010-04-01/Accounts/" + fixture.settings.whatsApp().accountSid() + "/Messages";
    }

    private Map<String, String> text(String words) {
        return Map.of("From", from(), "To", WHATSAPP_PLAYER, "Body", words);
    }

    @Test
    void aMessageIsASignedForm() {
        assertThat(simulator
                        .whatsApp()
                        .says(WHATSAPP_PLAYER, "bună ziua & altele")
                        .status())
                .isEqualTo(200);
        WireRequest request = fixture.lastReceived().request();
        Form form = request.form();
        assertThat(form.get("Body")).isEqualTo("bună ziua & altele");
        assertThat(form.get("WaId")).isEqualTo("37360000001");
        assertThat(form.get("MessageSid")).matches("SM[0-9a-f]{32}").isEqualTo(form.get("SmsMessageSid"));
        String url = fixture.gateway.url("whatsapp").toString();
        assertThat(request.header("x-twilio-signature"))
                .contains(Signatures.twilio(fixture.settings.whatsApp().authToken(), url, form));
    }

    @Test
    void theSignatureIsMadeOverTheRegisteredAddress() {
        String registered = "https://bots.example.org/webhooks/whatsapp/main?x=%20y";
        simulator.deliverTo(
                ChatApp.WHATSAPP,
                new SimulatorSettings.Target(java.net.URI.create(registered), fixture.gateway.url("whatsapp")));
        simulator.whatsApp().says(WHATSAPP_PLAYER, "salut").status();
        WireRequest request = fixture.lastReceived().request();
        assertThat(request.path()).isEqualTo("/webhooks/whatsapp/main");
        assertThat(request.header("x-twilio-signature"))
                .contains(Signatures.twilio(fixture.settings.whatsApp().authToken(), registered, request.form()));
    }

    @Test
    void aReplyTravelsAndIsReportedInOrder() {
        simulator.whatsApp().says(WHATSAPP_PLAYER, "salut").status();
        Map<String, String> send = new java.util.HashMap<>(text("*Bun* venit"));
        send.put("StatusCallback", fixture.gateway.url("whatsapp") + "?status=1");
        GatewayCalls.Answer answer = calls.twilio(send);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("status").asText()).isEqualTo("queued");
        ChatEntry reply = simulator.whatsApp().phone(WHATSAPP_PLAYER).awaitReply();
        assertThat(reply.text()).isEqualTo("Bun venit");

        Awaitility.await().until(() -> statuses().size() == 3);
        assertThat(statuses()).containsExactly("sent", "delivered", "read");
        assertThat(simulator.recorder().violations()).isEmpty();
    }

    private List<String> statuses() {
        return fixture.gateway.received().stream()
                .map(one -> one.request().form())
                .filter(form -> !form.get("MessageStatus").isEmpty())
                .map(form -> form.get("MessageStatus"))
                .toList();
    }

    @Test
    void contentButtonsComeBackWithTheirPayload() {
        simulator.whatsApp().says(WHATSAPP_PLAYER, "salut").status();
        String content = calls.content(QUICK_REPLY).json().path("sid").asText();
        calls.twilio(Map.of(
                "From", from(), "To", WHATSAPP_PLAYER, "ContentSid", content, "ContentVariables", "{\"1\":\"Ana\"}"));
        Phone phone = simulator.whatsApp().phone(WHATSAPP_PLAYER);
        assertThat(phone.awaitReply().text()).isEqualTo("Bun, Ana?");

        simulator.whatsApp().taps(WHATSAPP_PLAYER, "Nu").status();
        Form form = fixture.lastReceived().request().form();
        assertThat(form.get("ButtonPayload")).isEqualTo("no");
        assertThat(form.get("ButtonText")).isEqualTo("Nu");
        assertThat(form.get("MessageType")).isEqualTo("interactive");
    }

    @Test
    void contentBeyondTheLimitsIsRefusedAndNoticed() {
        String items = IntStream.range(0, 11)
                .mapToObj(i -> "{\"id\":\"i" + i + "\",\"item\":\"item " + i + "\"}")
                .collect(Collectors.joining(","));
        String list =
                "{\"language\":\"ro\",\"types\":{\"twilio/list-picker\":{\"body\":\"b\",\"button\":\"Teme\",\"items\":["
                        + items + "]}}}";
        assertThat(calls.content(list).status()).isEqualTo(400);
        assertThat(fixture.broken()).containsExactly("a list has 1 to 10 items, has 11");
    }

    @Test
    void theCopyAtTwilioCanBeErasedWhileThePhoneKeepsTheMessage() {
        Report said = simulator.whatsApp().says(WHATSAPP_PLAYER, "parola mea e florin22");
        said.status();
        assertThat(calls.twilioPost(messages() + "/" + said.messageId() + ".json", "Body=")
                        .status())
                .isEqualTo(200);
        Phone phone = simulator.whatsApp().phone(WHATSAPP_PLAYER);
        phone.awaitErased(said.messageId());
        assertThat(phone.transcript()).hasSize(1);
        assertThat(calls.twilioGet(messages() + "/" + said.messageId() + ".json")
                        .json()
                        .path("body")
                        .asText())
                .isEmpty();
        assertThat(calls.twilioDelete(messages() + "/" + said.messageId() + ".json")
                        .status())
                .isEqualTo(204);
        assertThat(calls.twilioGet(messages() + "/" + said.messageId() + ".json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void mediaIsFetchedThroughARedirectAndCanBeDeleted() {
        simulator.whatsApp().sendsPhoto(WHATSAPP_PLAYER, "eroare").status();
        Form form = fixture.lastReceived().request().form();
        assertThat(form.get("NumMedia")).isEqualTo("1");
        assertThat(form.get("MediaContentType0")).isEqualTo("image/png");
        String path = java.net.URI.create(form.get("MediaUrl0")).getPath();
        assertThat(calls.twilioGet(path).status()).isEqualTo(307);
        assertThat(calls.get(path).status()).isEqualTo(401);
        assertThat(calls.twilioDelete(path + ".json").status()).isEqualTo(204);
        assertThat(calls.twilioGet(path).status()).isEqualTo(404);
    }

    @Test
    void outsideTheWindowTheMessageFailsAfterwardsAndATemplatePasses() {
        simulator.whatsApp().says(WHATSAPP_PLAYER, "salut").status();
        simulator.faults().on(ChatApp.WHATSAPP, FaultKind.JUMP);
        Map<String, String> send = new java.util.HashMap<>(text("prea târziu"));
        send.put("StatusCallback", fixture.gateway.url("whatsapp").toString());
        assertThat(calls.twilio(send).status()).isEqualTo(201);
        Awaitility.await().until(() -> statuses().contains("failed"));
        assertThat(fixture.lastReceived().request().form().get("ErrorCode")).isEqualTo("63016");

        String content = calls.content(QUICK_REPLY).json().path("sid").asText();
        assertThat(calls.twilioPost("/v1/Content/" + content + "/ApprovalRequests/whatsapp", "")
                        .status())
                .isEqualTo(201);
        calls.twilio(Map.of("From", from(), "To", WHATSAPP_PLAYER, "ContentSid", content));
        assertThat(simulator.whatsApp().phone(WHATSAPP_PLAYER).awaitReply().text())
                .startsWith("Bun");
    }

    @Test
    void wrongCallsAreRefusedWithTwiliosNumbers() {
        assertThat(code(calls.twilio(Map.of("From", from(), "To", WHATSAPP_PLAYER))))
                .isEqualTo(21602);
        assertThat(code(calls.twilio(Map.of("From", "whatsapp:+1999", "To", WHATSAPP_PLAYER, "Body", "x"))))
                .isEqualTo(63007);
        assertThat(code(calls.twilio(text("x".repeat(1601))))).isEqualTo(21617);
        assertThat(calls.get(messages() + ".json").status()).isEqualTo(401);
        assertThat(fixture.broken())
                .containsExactly("one of Body, MediaUrl, ContentSid is required", "Body has more than 1600 characters");
    }

    private static int code(GatewayCalls.Answer answer) {
        return answer.json().path("code").asInt();
    }

    @Test
    void locationsAndTypingWork() {
        simulator.whatsApp().sendsLocation(WHATSAPP_PLAYER).status();
        Form form = fixture.lastReceived().request().form();
        assertThat(form.get("Latitude")).isNotEmpty();
        GatewayCalls.Answer typing =
                calls.twilioPost("/v2/Indicators/Typing.json", "channel=whatsapp&messageId=" + form.get("MessageSid"));
        JsonNode body = typing.json();
        assertThat(body.path("success").asBoolean()).isTrue();
        simulator.whatsApp().phone(WHATSAPP_PLAYER).awaitMark(form.get("MessageSid"), ChatEntry.Mark.READ);
    }
}
