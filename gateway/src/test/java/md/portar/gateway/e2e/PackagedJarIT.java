package md.portar.gateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.ChatEntry;
import md.portar.gateway.simulator.FaultKind;
import md.portar.gateway.simulator.Phone;
import md.portar.gateway.simulator.PlatformRules;
import md.portar.gateway.simulator.Recorder;
import md.portar.gateway.simulator.Report;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Real webhooks into the packaged jar, real API calls out of it. */
class PackagedJarIT {
    @RegisterExtension
    static final PlatformRules RULES = new PlatformRules();

    private static final Duration QUIET = Duration.ofMillis(1_500);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static PackagedGateway gateway;

    private static long nextPlayer = 100000101L;

    @BeforeAll
    static void start() {
        gateway = PackagedGateway.start(folder, "INFO");
        RULES.watch(gateway.simulator());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @AfterEach
    void nothingIsBrokenAnyMore() {
        gateway.simulator().faults().clear();
    }

    /** A player nobody else in these tests is. */
    private record Player(ChatApp app, long number) {
        static Player on(ChatApp app) {
            return new Player(app, nextPlayer++);
        }

        private String phoneNumber() {
            return "whatsapp:+373600" + String.format("%05d", number % 100_000);
        }

        Report says(String text) {
            Simulator simulator = gateway.simulator();
            return switch (app) {
                case TELEGRAM -> simulator.telegram().says(number, text);
                case WHATSAPP -> simulator.whatsApp().says(phoneNumber(), text);
                case MESSENGER -> simulator.messenger().says("70000" + number, text);
            };
        }

        Phone phone() {
            Simulator simulator = gateway.simulator();
            return switch (app) {
                case TELEGRAM -> simulator.telegram().phone(number);
                case WHATSAPP -> simulator.whatsApp().phone(phoneNumber());
                case MESSENGER -> simulator.messenger().phone("70000" + number);
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM, ce acte trebuie pentru verificarea contului, Verificarea identității",
        "TELEGRAM, как пройти верификацию?, Верификация",
        "TELEGRAM, how do I verify my account?, verification",
        "WHATSAPP, ce acte trebuie pentru verificarea contului, Verificarea identității",
        "WHATSAPP, kak proiti verifikaciyu akkaunta, Верификация",
        "WHATSAPP, how do I verify my account?, verification",
        "MESSENGER, ce acte trebuie pentru verificarea contului, Verificarea identității",
        "MESSENGER, как пройти верификацию?, Верификация",
        "MESSENGER, how do I verify my account?, verification",
    })
    void aQuestionIsAnsweredInItsLanguage(ChatApp app, String question, String part) {
        Player player = Player.on(app);
        assertThat(player.says(question).status()).isEqualTo(200);
        assertThat(player.phone()
                        .awaitReply(entry -> entry.text().contains(part))
                        .text())
                .contains(part);
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void aForgedWebhookIsRefusedAndNotAnswered(ChatApp app) {
        Player player = Player.on(app);
        gateway.simulator().faults().next(app, FaultKind.BAD_SIGNATURE);
        assertThat(player.says("how do I verify my account?").status()).isIn(401, 403);
        Awaitility.await()
                .during(QUIET)
                .atMost(QUIET.multipliedBy(3))
                .until(() -> player.phone().replies().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void theSameWebhookTwiceIsAnsweredOnce(ChatApp app) {
        Player player = Player.on(app);
        gateway.simulator().faults().next(app, FaultKind.DUPLICATE);
        player.says("how do I verify my account?").status();
        player.phone().awaitReplyContaining("verification");
        Awaitility.await()
                .during(QUIET)
                .atMost(QUIET.multipliedBy(3))
                .until(() -> answers(player, "verification") == 1);
    }

    private static long answers(Player player, String part) {
        return player.phone().replies().stream()
                .filter(entry -> entry.text().contains(part))
                .count();
    }

    @Test
    void aBlockedSecretDisappearsFromTheTelegramChat() {
        Player player = Player.on(ChatApp.TELEGRAM);
        Phone phone = player.phone();
        Report report = player.says("parola mea este Florin22x");
        phone.awaitGone(report.messageId());
        ChatEntry notice = phone.awaitReplyContaining("🔒");
        assertThat(notice.text()).contains("parolă", "Am șters mesajul").doesNotContain("Florin22x");
    }

    @Test
    void aBlockedSecretIsErasedAtTwilio() {
        Player player = Player.on(ChatApp.WHATSAPP);
        Phone phone = player.phone();
        Report report = player.says("мой пинкод 4821");
        phone.awaitErased(report.messageId());
        assertThat(phone.awaitReplyContaining("🔒").text()).contains("PIN-код").doesNotContain("4821");
    }

    @Test
    void onMessengerThePlayerIsToldHowToUnsend() {
        Player player = Player.on(ChatApp.MESSENGER);
        player.says("my card 4111 1111 1111 1111 does not work");
        assertThat(player.phone().awaitReplyContaining("🔒").text())
                .contains("card number", "delete")
                .doesNotContain("4111");
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void aBurstOfFaultsLosesNothing(ChatApp app) {
        Player player = Player.on(app);
        gateway.simulator().faults().next(app, FaultKind.RATE_LIMIT, 1);
        player.says("how do I verify my account?");
        player.phone().within(Duration.ofSeconds(60)).awaitReplyContaining("verification");
        assertThat(answers(player, "verification")).isEqualTo(1);
    }

    @Test
    void noCallGoesAnywhereButThePlatforms() {
        assertThat(gateway.simulator().recorder().lines()).isNotEmpty();
        assertThat(gateway.simulator().recorder().sent())
                .extracting(Recorder.Sent::text)
                .doesNotContain("");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /webhooks/viber/main, 404",
        "POST, /webhooks/telegram/other, 404",
        "POST, /webhooks/telegram/UPPER, 404",
        "POST, /, 404",
        "PUT, /webhooks/telegram/main, 405",
        "POST, /webhooks/telegram/main, 401",
        "POST, /webhooks/whatsapp/main, 401",
        "POST, /webhooks/messenger/main, 401",
        "GET, /webhooks/messenger/main, 401",
        "GET, /metrics, 404",
        "GET, /health/ready, 404",
        "GET, /console, 404",
    })
    void thePublicAddressServesWebhooksOnly(String method, String path, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.webhookPort() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .build();
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("Exception", "md.portar", "\tat ");
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.webhookPort() + "/webhooks/telegram/main"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1]))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(413);
    }

    @Test
    void aBrokenBodyWithTheRightSecretIsMalformed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + gateway.webhookPort() + "/webhooks/telegram/main"))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", "demo-webhook-secret")
                .POST(HttpRequest.BodyPublishers.ofString("{\"update_id\":", StandardCharsets.UTF_8))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(400);
    }

    @Test
    void healthAndMetricsAreOnThePrivateAddress() throws Exception {
        assertThat(send(get("/health/live")).statusCode()).isEqualTo(200);
        assertThat(send(get("/health/ready")).body()).contains("\"status\":\"up\"");
        assertThat(send(get("/metrics")).body()).contains("portar_webhooks_total");
    }

    private static HttpRequest get(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(gateway.consoleUrl() + path)).build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
