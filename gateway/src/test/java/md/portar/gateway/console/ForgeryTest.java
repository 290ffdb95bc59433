package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ForgeryTest {
    private static final List<String> ACTIONS = List.of(
            "/console/c/:number/again/:seq",
            "/console/c/:number/claim",
            "/console/c/:number/note",
            "/console/c/:number/release",
            "/console/c/:number/resolve",
            "/console/c/:number/send",
            "/console/c/:number/template",
            "/console/claim-next",
            "/console/logout",
            "/console/me",
            "/console/undelivered/:letter/drop",
            "/console/undelivered/:letter/replay");
    private static final String[] FORM = {
        "clientMsgId",
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "text",
        "hello",
        "outcome",
        "SOLVED",
        "theme",
        "dark",
        "template",
        "case_news/ro",
        "field2",
        "C-1"
    };

    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private AgentClient client;
    private String otherToken;
    private ConversationNumber queued;
    private ConversationNumber mine;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        Agent ana = console.agents().add("ana", "Ana P.", Language.EN);
        client = AgentClient.signedIn(console, ana);
        otherToken = AgentClient.signedIn(console, ana).token();
        queued = console.desk()
                .queued("Test User", "telegram", Language.RO, Priority.NORMAL, Duration.ofMinutes(1), "x");
        mine = console.desk().queued("Test User", "telegram", Language.RO, Priority.NORMAL, Duration.ofMinutes(1), "x");
        console.desk().claim(mine, ana.id());
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @TestFactory
    Stream<DynamicTest> anActionIsRefusedWhenItComesWith() {
        String token = client.token();
        String own = console.base();
        Map<String, List<String>> attempts = new TreeMap<>();
        attempts.put("no token", List.of("Sec-Fetch-Site", "same-origin", "Origin", own));
        attempts.put("a wrong token", with("x".repeat(token.length()), "Sec-Fetch-Site", "same-origin"));
        attempts.put("a token of another session", with(otherToken, "Sec-Fetch-Site", "same-origin"));
        attempts.put("another site", with(token, "Sec-Fetch-Site", "cross-site", "Origin", own));
        attempts.put("a neighbouring site", with(token, "Sec-Fetch-Site", "same-site"));
        attempts.put("no site", with(token, "Sec-Fetch-Site", "none"));
        attempts.put("a foreign origin", with(token, "Origin", "https://example.org"));
        attempts.put("an opaque origin", with(token, "Origin", "null"));
        attempts.put("another port", with(token, "Origin", own + "1"));
        attempts.put("nothing about its origin", with(token));
        List<DynamicTest> tests = new ArrayList<>();
        attempts.forEach((name, headers) -> ACTIONS.forEach(action -> tests.add(DynamicTest.dynamicTest(
                name + ": " + action, () -> assertThat(attempt(action, headers)).isEqualTo(403)))));
        tests.add(DynamicTest.dynamicTest("nothing happened", this::nothingHappened));
        return tests.stream();
    }

    private static List<String> with(String token, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Console-Token", token));
        return all;
    }

    private int attempt(String action, List<String> headers) throws Exception {
        ConversationNumber number = action.endsWith("claim") ? queued : mine;
        return client.postWith(path(action, number), headers, FORM).statusCode();
    }

    private static String path(String action, ConversationNumber number) {
        return action.replace(":number", Long.toString(number.value()))
                .replace(":seq", "1")
                .replace(":letter", "1");
    }

    private void nothingHappened() throws Exception {
        assertThat(console.desk().row(queued).state()).isEqualTo(ConversationState.Name.QUEUED);
        assertThat(console.desk().row(mine).state()).isEqualTo(ConversationState.Name.ASSIGNED);
        assertThat(console.desk().sentToPlayers()).isEmpty();
        assertThat(client.get("/console").body()).contains("data-theme=\"auto\"");
    }

    @Test
    void ownActionsPass() throws Exception {
        assertThat(attempt("/console/c/:number/send", with(client.token(), "Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
        assertThat(attempt("/console/c/:number/template", with(client.token(), "Sec-Fetch-Site", "same-origin")))
                .isEqualTo(200);
        assertThat(attempt("/console/c/:number/note", with(client.token(), "Origin", console.base())))
                .isEqualTo(200);
    }

    @Test
    void signingInFromAnotherSiteIsRefused() throws Exception {
        for (List<String> headers : List.of(
                List.of("Sec-Fetch-Site", "cross-site"), List.of("Origin", "https://example.org"), List.<String>of())) {
            AgentClient stranger = new AgentClient(console);
            assertThat(stranger.postWith("/console/login", headers, "name", "ana", "password", "ana-password")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(stranger.cookie("console")).isEmpty();
        }
    }

    @Test
    void theMatrixKnowsEveryAction() {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            console.console().addTo(router);
            TreeSet<String> posts = new TreeSet<>();
            router.getRoutes().stream()
                    .filter(route -> route.methods() != null && route.methods().contains(HttpMethod.POST))
                    .map(route -> route.getName() == null ? route.getPath() : route.getName())
                    .filter(path ->
                            !path.equals("/console/*") && !path.equals("/console/") && !path.equals("/console/login"))
                    .forEach(posts::add);
            assertThat(posts).containsExactlyElementsOf(ACTIONS);
        } finally {
            vertx.close();
        }
    }

    @Test
    void readingNeedsNoToken() throws Exception {
        assertThat(client.get("/console/c/" + mine.value()).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesThatOnlyShowTakeNoAction() throws Exception {
        for (String page : List.of("/console/unanswered", "/console/undelivered")) {
            assertThat(client.get(page).statusCode())
                    .as("a plain agent reads " + page)
                    .isEqualTo(403);
            assertThat(client.post(page, FORM).statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void actionsAreNotReadable() throws Exception {
        for (String action : ACTIONS) {
            assertThat(client.get(path(action, mine)).statusCode()).as(action).isEqualTo(404);
        }
    }
}
