package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import md.portar.core.handoff.Agent;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private Agent ana;
    private AgentClient client;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        ana = console.agents().add("ana", "Ana P.", Language.EN);
        client = new AgentClient(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> signIn(AgentClient who, String name, String password) throws Exception {
        return who.postWith(
                "/console/login", List.of("Sec-Fetch-Site", "same-origin"), "name", name, "password", password);
    }

    @Test
    void aLinkSignsInOnce() throws Exception {
        String link = console.link(ana).substring(console.base().length());
        HttpResponse<String> first = client.get(link);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(AgentClient.header(first, "Location")).contains("/console");
        assertThat(client.get("/console").statusCode()).isEqualTo(200);
        HttpResponse<String> second = new AgentClient(console).get(link);
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(second.body()).contains("used already or has expired");
        assertThat(AgentClient.header(second, "Set-Cookie")).isEmpty();
    }

    @Test
    void aBrowserThatLooksAheadDoesNotUseTheLinkUp() throws Exception {
        String link = console.link(ana).substring(console.base().length());
        assertThat(client.get(link, "Sec-Purpose", "prefetch").statusCode()).isEqualTo(429);
        assertThat(client.get(link).statusCode()).isEqualTo(303);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = signIn(client, "ana", "ana-password");
        assertThat(AgentClient.header(answer, "Set-Cookie").orElseThrow())
                .startsWith("console=")
                .contains("Path=/")
                .contains("HTTPOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void withTlsTheCookieIsBoundToTheHost() throws Exception {
        console.close();
        console = new ConsoleUnderTest(clock, ConsoleSettings.at(URI.create("https://desk.example.org")));
        ana = console.agents().add("ana", "Ana P.", Language.EN);
        HttpResponse<String> answer = new AgentClient(console)
                .get(console.link(ana).substring(console.base().length()));
        assertThat(AgentClient.header(answer, "Set-Cookie").orElseThrow())
                .startsWith("__Host-console=")
                .contains("Secure")
                .contains("Path=/")
                .doesNotContain("Domain");
        assertThat(AgentClient.header(answer, "Strict-Transport-Security")).isPresent();
    }

    @Test
    void aPasswordSignsInAndLeadsBackToThePageWanted() throws Exception {
        HttpResponse<String> sent = client.get("/console/c/7?view=mine");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(AgentClient.header(sent, "Location"))
                .contains("/console/login?next=%2Fconsole%2Fc%2F7%3Fview%3Dmine");
        HttpResponse<String> answer = client.postWith(
                "/console/login",
                List.of("Origin", console.base()),
                "name",
                "ana",
                "password",
                "ana-password",
                "next",
                "/console/c/7?view=mine");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(AgentClient.header(answer, "Location")).contains("/console/c/7?view=mine");
    }

    @Test
    void signingInLeadsNowhereElse() throws Exception {
        for (String next : List.of("https://example.org", "//example.org", "/console/../x", "/console/c/1\r\nX: y")) {
            HttpResponse<String> answer = new AgentClient(console)
                    .postWith(
                            "/console/login",
                            List.of("Sec-Fetch-Site", "same-origin"),
                            "name",
                            "ana",
                            "password",
                            "ana-password",
                            "next",
                            next);
            assertThat(AgentClient.header(answer, "Location")).contains("/console");
        }
    }

    @Test
    void anUnknownNameAndAWrongPasswordLookTheSame() throws Exception {
        HttpResponse<String> wrong = signIn(client, "ana", "no");
        HttpResponse<String> unknown = signIn(client, "nobody", "no");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.body()).isEqualTo(unknown.body()).contains("not right");
        assertThat(AgentClient.header(wrong, "Set-Cookie")).isEmpty();
    }

    @Test
    void afterFiveFailuresOneHasToWaitLongerEachTime() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(client, "ana", "no").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> held = signIn(client, "ana", "ana-password");
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(AgentClient.header(held, "Retry-After")).contains("16");
        clock.advance(Duration.ofSeconds(16));
        assertThat(signIn(client, "ana", "no").statusCode()).isEqualTo(401);
        clock.advance(Duration.ofSeconds(16));
        assertThat(signIn(client, "ana", "ana-password").statusCode()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(16));
        assertThat(signIn(client, "ana", "ana-password").statusCode()).isEqualTo(303);
    }

    @Test
    void anUnknownNameHasToWaitJustTheSame() throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn(client, "nobody", "no");
        }
        assertThat(signIn(client, "nobody", "no").statusCode()).isEqualTo(429);
        assertThat(signIn(client, "ana", "ana-password").statusCode()).isEqualTo(303);
    }

    @Test
    void signingInAgainMakesANewSessionAndEndsTheOldOne() throws Exception {
        signIn(client, "ana", "ana-password");
        String first = client.cookie("console");
        signIn(client, "ana", "ana-password");
        assertThat(client.cookie("console")).isNotEqualTo(first);
        assertThat(console.agents().openSessions()).isEqualTo(1);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() throws Exception {
        AgentClient signedIn = AgentClient.signedIn(console, ana);
        String cookie = signedIn.cookie("console");
        HttpResponse<String> answer = signedIn.post("/console/logout");
        assertThat(AgentClient.header(answer, "HX-Redirect")).contains("/console/login");
        assertThat(signedIn.cookie("console")).isEmpty();
        signedIn.cookie("console", cookie);
        assertThat(signedIn.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void withoutActivityTheSessionEnds() throws Exception {
        AgentClient signedIn = AgentClient.signedIn(console, ana);
        clock.advance(Duration.ofMinutes(50));
        assertThat(signedIn.get("/console").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(50));
        assertThat(signedIn.get("/console", "X-Console-Background", "1").statusCode())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(20));
        assertThat(signedIn.fragment("/console").statusCode()).isEqualTo(401);
    }

    @Test
    void aDisabledAgentIsOut() throws Exception {
        AgentClient signedIn = AgentClient.signedIn(console, ana);
        console.agents().save(new Agent(ana.id(), ana.publicName(), ana.role(), ana.languages(), Language.EN, true));
        assertThat(signedIn.get("/console").statusCode()).isEqualTo(303);
        assertThat(signIn(client, "ana", "ana-password").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutASessionPagesLeadToSignInAndFragmentsSaySo() throws Exception {
        assertThat(client.get("/console").statusCode()).isEqualTo(303);
        assertThat(client.fragment("/console").statusCode()).isEqualTo(401);
        assertThat(client.get("/console/events").statusCode()).isEqualTo(401);
        assertThat(client.post("/console/c/1/claim").statusCode()).isEqualTo(401);
        client.cookie("console", "x".repeat(43));
        assertThat(client.get("/console").statusCode()).isEqualTo(303);
    }

    @Test
    void theLanguageOfTheDoorFollowsTheBrowserAndTheChoice() throws Exception {
        assertThat(client.get("/console/login", "Accept-Language", "de, ru;q=0.8")
                        .body())
                .contains("lang=\"ru\"", "Вход");
        assertThat(client.get("/console/login?lang=ro", "Accept-Language", "ru").body())
                .contains("lang=\"ro\"", "Conectare");
        assertThat(client.get("/console/login").body()).contains("lang=\"en\"", "Sign in");
    }

    @Test
    void anAgentChoosesLanguageAndTheme() throws Exception {
        AgentClient signedIn = AgentClient.signedIn(console, ana);
        assertThat(AgentClient.header(signedIn.post("/console/me", "language", "ru"), "HX-Refresh"))
                .contains("true");
        signedIn.post("/console/me", "theme", "dark");
        assertThat(signedIn.get("/console").body()).contains("lang=\"ru\"", "data-theme=\"dark\"");
        assertThat(signedIn.post("/console/me", "theme", "\"><script>").statusCode())
                .isEqualTo(422);
    }
}
