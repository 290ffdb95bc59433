package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTest {
    private final SimulatorFixture fixture = new SimulatorFixture();
    private final GatewayCalls calls = fixture.calls;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void thePageAndEverythingItNamesIsThereAndNothingIsForeign() {
        String html = calls.get("/").body();
        assertThat(html)
                .doesNotContain("style=")
                .doesNotContain("onclick")
                .doesNotContain("http:")
                .doesNotContain("https:");
        Matcher names = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"").matcher(html);
        int found = 0;
        while (names.find()) {
            assertThat(calls.get(names.group(1)).status()).as(names.group(1)).isEqualTo(200);
            found++;
        }
        assertThat(found).isGreaterThan(8);
        for (String module :
                new String[] {"dom", "icons", "phone", "bubbles", "composer", "faults", "run", "tries", "wire"}) {
            assertThat(calls.get("/assets/" + module + ".js").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsTypedOnThePageTravelsAsAWebhook() {
        String act = "{\"app\":\"telegram\",\"player\":\"100000001\",\"do\":\"text\",\"text\":\"salut\"}";
        assertThat(calls.page("/simulator/act", act).status()).isEqualTo(204);
        fixture.simulator
                .telegram()
                .phone(PLAYER)
                .awaitMark(
                        fixture.simulator
                                .telegram()
                                .phone(PLAYER)
                                .transcript()
                                .get(0)
                                .id(),
                        ChatEntry.Mark.DELIVERED);
        assertThat(fixture.lastReceived().body()).contains("salut");
    }

    @Test
    void aWrongRequestIsExplainedAndAStrangersPageIsRefused() {
        assertThat(calls.page("/simulator/act", "{\"app\":\"icq\"}").status()).isEqualTo(400);
        assertThat(calls.page("/simulator/act", "nonsense").status()).isEqualTo(400);
        assertThat(calls.page(
                                "/simulator/act",
                                "{\"app\":\"telegram\",\"player\":\"5\",\"do\":\"text\",\"text\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(calls.page(
                                "/simulator/faults",
                                "{\"app\":\"telegram\",\"fault\":\"delay\",\"mode\":\"on\",\"amount\":\"soon\"}")
                        .status())
                .isEqualTo(400);
        HttpRequest.Builder foreign = HttpRequest.newBuilder(calls.uri("/simulator/act"))
                .header("Content-Type", "application/json")
                .header("Origin", "https://example.org")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(calls.send(foreign).status()).isEqualTo(403);
        assertThat(calls.get("/assets/../Page.class").status()).isEqualTo(404);
    }

    @Test
    void switchesWorkOverHttp() {
        String on = "{\"app\":\"whatsapp\",\"fault\":\"rate-limit\",\"mode\":\"next\",\"times\":2,\"amount\":\"PT7S\"}";
        assertThat(calls.page("/simulator/faults", on).status()).isEqualTo(204);
        assertThat(calls.get("/simulator/faults")
                        .json()
                        .at("/active/whatsapp/rate-limit/times")
                        .asInt())
                .isEqualTo(2);
        assertThat(calls.page("/simulator/faults", "{\"mode\":\"clear\"}").status())
                .isEqualTo(204);
        assertThat(calls.get("/simulator/faults").json().at("/active/whatsapp")).isEmpty();
    }

    @Test
    void theStreamTellsHowThingsAreAndWhatHappens() throws IOException {
        try (BufferedReader stream = new BufferedReader(
                new InputStreamReader(calls.uri("/simulator/events").toURL().openStream(), StandardCharsets.UTF_8))) {
            await(stream, "event: about");
            await(stream, "event: faults");
            await(stream, "event: phone");
            fixture.simulator.telegram().says(PLAYER, "pe fir");
            String line = await(stream, "event: line");
            assertThat(line).contains("\"path\":\"message\"").doesNotContain("pe fir");
        }
    }

    /** The data of the next event of a kind. */
    private static String await(BufferedReader stream, String event) throws IOException {
        String line = stream.readLine();
        while (line != null && !line.equals(event)) {
            line = stream.readLine();
        }
        return String.valueOf(stream.readLine());
    }

    @Test
    void theWireLogHasNoTokensAndNoWords() {
        fixture.simulator.telegram().says(PLAYER, "un cuvânt").status();
        calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"alt cuvânt\"}");
        assertThat(fixture.simulator.recorder().lines()).hasSize(2);
        assertThat(fixture.simulator.recorder().lines().toString())
                .doesNotContain("cuvânt")
                .doesNotContain(fixture.settings.telegram().token());
        assertThat(fixture.settings.toString())
                .doesNotContain("token-of-no-value")
                .doesNotContain("secret");
    }
}
