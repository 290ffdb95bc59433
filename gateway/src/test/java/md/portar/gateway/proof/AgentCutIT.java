package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Fault;
import md.portar.gateway.simulator.FaultKind;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** N3 for agents' words: the platform takes them and the connection is cut. They are never repeated by themselves. */
@ExtendWith(Ground.class)
class AgentCutIT {
    private static final Pattern TOKEN = Pattern.compile("name=\"console-token\" content=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/console/enter\\?token=\\S+");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PLAYER = 120_000_001L;

    private final Ground.Place place;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    AgentCutIT(Ground.Place place) {
        this.place = place;
    }

    @BeforeEach
    void signIn() throws Exception {
        String store = "jdbc:sqlite:" + place.gateway().database();
        Process process = new ProcessBuilder(GatewayProcess.java(
                        "agents",
                        "add",
                        "nina",
                        "--store",
                        store,
                        "--console-url",
                        place.gateway().privateUrl()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Matcher link = LINK.matcher(said);
        assertThat(link.find()).as(said).isTrue();
        get(link.group());
        Matcher found = TOKEN.matcher(get("/console"));
        assertThat(found.find()).isTrue();
        token = found.group(1);
    }

    @Test
    void wordsInDoubtAreSaidOnceAndShownAsSuch() throws Exception {
        Simulator simulator = place.simulator();
        Map<ChatApp, String> players = Map.of(
                ChatApp.TELEGRAM, Long.toString(PLAYER),
                ChatApp.WHATSAPP, "whatsapp:+37360000121",
                ChatApp.MESSENGER, "7000000000000121");
        simulator.telegram().says(PLAYER, "I want to talk to a person").answer().join();
        simulator
                .whatsApp()
                .says(player(players, ChatApp.WHATSAPP), "I want to talk to a person")
                .answer()
                .join();
        simulator
                .messenger()
                .says(player(players, ChatApp.MESSENGER), "I want to talk to a person")
                .answer()
                .join();
        for (ChatApp app : ChatApp.values()) {
            claim(app, player(players, app));
        }
        Stage.awaitSent(place.books());
        double before = uncertain();
        for (ChatApp app : ChatApp.values()) {
            simulator.faults().set(app, Fault.on(FaultKind.CUT_AFTER));
        }
        for (ChatApp app : ChatApp.values()) {
            long number = conversation(app, player(players, app));
            assertThat(post("/console/c/" + number + "/send", "clientMsgId=cut-00000001&text=" + encoded(words(app))))
                    .isEqualTo(200);
        }
        Awaitility.await("each is in doubt").atMost(PATIENCE).until(() -> uncertain() - before >= 3);
        simulator.faults().clear();
        Stage.awaitSent(place.books());
        for (ChatApp app : ChatApp.values()) {
            String player = player(players, app);
            assertThat(simulator.recorder().sentTo(app, player))
                    .as(app.name())
                    .filteredOn(sent -> sent.text().equals(words(app)))
                    .hasSize(1);
            assertThat(get("/console/c/" + conversation(app, player)))
                    .as(app.name())
                    .contains(words(app))
                    // Twilio's list of messages tells that it arrived.
                    .contains(app == ChatApp.WHATSAPP ? "delivery-sent" : "delivery-unknown");
        }
        System.out.printf("N3 agents=3 cuts=%.0f%n", uncertain() - before);
    }

    private static String player(Map<ChatApp, String> players, ChatApp app) {
        return Objects.requireNonNull(players.get(app));
    }

    private static String words(ChatApp app) {
        return "Words of an agent on " + app.name().toLowerCase(Locale.ROOT);
    }

    private double uncertain() throws Exception {
        return Metrics.of(place.gateway()).sum("portar_deliveries_total", "outcome=\"uncertain");
    }

    private long conversation(ChatApp app, String player) throws Exception {
        return place.books()
                .count("SELECT COALESCE(MAX(id), 0) FROM conversation WHERE channel = '"
                        + app.name().toLowerCase(Locale.ROOT) + "' AND user_id = '" + player.replace("whatsapp:", "")
                        + "'");
    }

    private void claim(ChatApp app, String player) {
        Awaitility.await(app + " waits for an agent")
                .atMost(PATIENCE)
                .until(() -> post("/console/c/" + conversation(app, player) + "/claim", "") == 200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(place.gateway().privateUrl() + path));
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private int post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .header("X-Console-Token", token)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
