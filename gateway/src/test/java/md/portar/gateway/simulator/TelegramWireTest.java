package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramWireTest {
    private final SimulatorFixture fixture = new SimulatorFixture();
    private final Simulator simulator = fixture.simulator;
    private final GatewayCalls calls = fixture.calls;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private JsonNode lastUpdate() {
        return fixture.lastReceived().request().json().orElseThrow();
    }

    @Test
    void aMessageArrivesWithTheSecretAndRisingNumbers() {
        assertThat(simulator.telegram().says(PLAYER, "salut").status()).isEqualTo(200);
        JsonNode first = lastUpdate();
        simulator.telegram().speaks(PLAYER, "ro");
        simulator.telegram().says(PLAYER, "/start site_payments").status();
        JsonNode second = lastUpdate();

        assertThat(fixture.lastReceived().request().header("x-telegram-bot-api-secret-token"))
                .contains("demo-webhook-secret");
        assertThat(first.at("/message/from/is_bot").asBoolean(true)).isFalse();
        assertThat(first.at("/message/from").has("language_code")).isFalse();
        assertThat(first.at("/message/chat/id").asLong()).isEqualTo(PLAYER);
        assertThat(second.at("/message/from/language_code").asText()).isEqualTo("ro");
        assertThat(second.at("/message/entities/0/length").asInt()).isEqualTo(6);
        assertThat(second.path("update_id").asInt())
                .isEqualTo(first.path("update_id").asInt() + 1);
        assertThat(second.at("/message/message_id").asInt())
                .isGreaterThan(first.at("/message/message_id").asInt());
    }

    @Test
    void aReplyWithMarkupAndButtonsStandsOnTheScreenAndCanBeTapped() {
        simulator.telegram().says(PLAYER, "salut").status();
        GatewayCalls.Answer sent = calls.telegram(
                "sendmessage",
                "{\"method\":\"sendmessage\",\"chat_id\":\"100000001\",\"parse_mode\":\"HTML\",\"text\":\"<b>a &lt; b</b> și\","
                        + "\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"Da\",\"callback_data\":\"yes\"}]]}}");
        Phone phone = simulator.telegram().phone(PLAYER);
        assertThat(phone.awaitReply().text()).isEqualTo("a < b și");

        simulator.telegram().taps(PLAYER, "Da").status();
        JsonNode query = lastUpdate().path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("yes");
        assertThat(query.at("/message/message_id")).isEqualTo(sent.json().at("/result/message_id"));

        String answer = "{\"callback_query_id\":\"" + query.path("id").asText() + "\",\"text\":\"Gata\"}";
        assertThat(calls.telegram("answerCallbackQuery", answer).status()).isEqualTo(200);
        assertThat(phone.popup()).isEqualTo("Gata");
        assertThat(calls.telegram("answerCallbackQuery", answer)
                        .json()
                        .path("description")
                        .asText())
                .contains("query is too old");
        assertThat(simulator.recorder().violations()).isEmpty();
    }

    @Test
    void aDeletedMessageIsGoneFromTheScreen() {
        Report said = simulator.telegram().says(PLAYER, "parola mea e florin22");
        said.status();
        String delete = "{\"chat_id\":100000001,\"message_id\":" + said.messageId() + "}";
        assertThat(calls.telegram("deleteMessage", delete).json().path("ok").asBoolean())
                .isTrue();

        Phone phone = simulator.telegram().phone(PLAYER);
        phone.awaitGone(said.messageId());
        assertThat(phone.transcript()).isEmpty();
        assertThat(calls.telegram("deleteMessage", delete)
                        .json()
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: message to delete not found");
    }

    @Test
    void editsBlocksAndPicturesAreReported() {
        Report said = simulator.telegram().says(PLAYER, "unu");
        said.status();
        simulator.telegram().edits(PLAYER, said.messageId(), "doi").status();
        assertThat(lastUpdate().at("/edited_message/text").asText()).isEqualTo("doi");
        assertThat(lastUpdate().at("/edited_message/message_id").asText()).isEqualTo(said.messageId());

        simulator.telegram().sendsPhoto(PLAYER, "eroare").status();
        JsonNode photo = lastUpdate().path("message");
        assertThat(photo.path("caption").asText()).isEqualTo("eroare");
        String fileId = photo.at("/photo/0/file_id").asText();
        String path = calls.telegram("getFile", "{\"file_id\":\"" + fileId + "\"}")
                .json()
                .at("/result/file_path")
                .asText();
        assertThat(calls.get("/file/bot" + fixture.settings.telegram().token() + "/" + path)
                        .status())
                .isEqualTo(200);

        simulator.telegram().blocks(PLAYER).status();
        assertThat(lastUpdate().at("/my_chat_member/new_chat_member/status").asText())
                .isEqualTo("kicked");
        assertThat(calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void wrongCallsAreRefusedAsThePlatformDoesAndNoticed() {
        simulator.telegram().says(PLAYER, "salut").status();
        assertThat(calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"\"}")
                        .json()
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: message text is empty");
        assertThat(calls.telegram("sendMessage", "{\"chat_id\":100000001,\"parse_mode\":\"HTML\",\"text\":\"a < b\"}")
                        .json()
                        .path("description")
                        .asText())
                .startsWith("Bad Request: can't parse entities");
        assertThat(calls.telegram("sendMessage", "{\"chat_id\":100000009,\"text\":\"x\"}")
                        .json()
                        .path("description")
                        .asText())
                .isEqualTo("Bad Request: chat not found");
        assertThat(calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"" + "x".repeat(4097) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"x\",\"colour\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(fixture.broken())
                .containsExactly(
                        "text must have 1 to 4096 characters after entities, has 0",
                        "text has markup that cannot be parsed",
                        "text must have 1 to 4096 characters after entities, has 4097",
                        "unknown field colour");
        assertThat(simulator.recorder().violations())
                .extracting(Recorder.Violation::call)
                .containsOnly("/bot{token}/sendMessage");
        assertThat(calls.get("/bot1:wrong/getMe").status()).isEqualTo(401);
    }

    @Test
    void setWebhookAsMultipartChangesTheSecret() {
        URI address = URI.create("https://bots.example.org/webhooks/telegram/main");
        simulator.deliverTo(ChatApp.TELEGRAM, new SimulatorSettings.Target(address, fixture.gateway.url("telegram")));
        String body = part("url", address.toString()) + part("secret_token", "another-secret")
                + part("max_connections", "40") + part("allowed_updates", "[\"message\"]") + "--XX--\r\n";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        calls.uri("/bot" + fixture.settings.telegram().token() + "/setwebhook"))
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        assertThat(calls.send(request).status()).isEqualTo(200);
        simulator.telegram().says(PLAYER, "salut").status();
        assertThat(fixture.lastReceived().request().header("x-telegram-bot-api-secret-token"))
                .contains("another-secret");
        assertThat(calls.telegram("getWebhookInfo", "{}")
                        .json()
                        .at("/result/allowed_updates/0")
                        .asText())
                .isEqualTo("message");
        assertThat(simulator.recorder().violations()).isEmpty();
    }

    private static String part(String name, String value) {
        return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void pollingGivesWhatWaitsAndForgetsWhatIsConfirmed() {
        assertThat(calls.telegram("getUpdates", "{\"timeout\":1}").status()).isEqualTo(409);
        calls.telegram("deleteWebhook", "{}");
        simulator.telegram().says(PLAYER, "unu");
        simulator.telegram().says(PLAYER, "doi");
        JsonNode batch = calls.telegram("getUpdates", "{\"timeout\":0}").json().path("result");
        assertThat(batch).hasSize(2);
        int next = batch.path(1).path("update_id").asInt() + 1;
        assertThat(calls.telegram("getUpdates", "{\"timeout\":0,\"offset\":" + next + "}")
                        .json()
                        .path("result"))
                .isEmpty();
        assertThat(fixture.gateway.received()).isEmpty();
    }

    @Test
    void aRefusedUpdateIsSentAgainAndLaterOnesWait() {
        fixture.gateway.answersWith(one -> fixture.gateway.received().size() < 3 ? 503 : 200);
        Report first = simulator.telegram().says(PLAYER, "unu");
        Report second = simulator.telegram().says(PLAYER, "doi");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        List<String> texts = fixture.gateway.received().stream()
                .map(one ->
                        one.request().json().orElseThrow().at("/message/text").asText())
                .toList();
        assertThat(texts).containsExactly("unu", "unu", "unu", "doi");
    }

    @Test
    void aWebhookMayBeAnsweredWithACall() {
        fixture.gateway.answersWithBody("{\"method\":\"sendMessage\",\"chat_id\":100000001,\"text\":\"direct\"}");
        simulator.telegram().says(PLAYER, "salut").status();
        assertThat(simulator.telegram().phone(PLAYER).awaitReply().text()).isEqualTo("direct");
    }
}
