package md.portar.gateway.cases;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import md.portar.core.casestatus.CaseDirectory.CasesUnavailable;
import md.portar.core.casestatus.CaseLookup;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.casestatus.LookupAttempts;
import md.portar.core.casestatus.Pacing;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.message.ConversationKey;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.LogCapture;
import md.portar.core.testkit.MapSettings;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpCasesTest {
    private static final CaseNumber NUMBER = new CaseNumber("C-10482");
    private static final AccountId OWNER = new AccountId("123456");
    private static final String PATH = "/tickets?ref=C-10482";
    private static final String GOOD = ticket("C-10482", "123456", "pending-review");
    private static final WireMockServer DESK =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final FixedClock clock = FixedClock.onMonday();
    private HttpCases cases;

    @BeforeAll
    static void openDesk() {
        DESK.start();
    }

    @AfterAll
    static void closeDesk() {
        DESK.stop();
    }

    @BeforeEach
    void connect() {
        DESK.resetAll();
        cases = connected(Duration.ofSeconds(20));
    }

    @AfterEach
    void disconnect() {
        cases.close();
    }

    private HttpCases connected(Duration timeout) {
        MapSettings settings = MapSettings.of(
                "cases",
                Map.of(
                        "source",
                        "http",
                        "http",
                        Map.of(
                                "url",
                                DESK.baseUrl() + "/tickets?ref={number}",
                                "headers",
                                Map.of("Authorization", "Bearer desk-key-0001"),
                                "timeout",
                                timeout.toMillis() + "ms",
                                "pointers",
                                Map.of(
                                        "number", "/ticket/ref",
                                        "account", "/ticket/customer/id",
                                        "status", "/ticket/state",
                                        "updated", "/ticket/changed"),
                                "statuses",
                                Map.of("in-review", List.of("pending-review", "open")))));
        CaseSettings read = CaseSettings.read(settings);
        assertThat(settings.problems()).isEmpty();
        return new HttpCases(read.source().orElseThrow(), clock);
    }

    private static String ticket(String number, String account, String state) {
        return """
                {"ticket": {"ref": "%s", "customer": {"id": %s}, "state": "%s", "changed": "2026-11-01T10:00:00+02:00",
                 "subject": "canary-subject"}}
                """.formatted(number, account, state);
    }

    private static void answers(ResponseDefinitionBuilder response) {
        DESK.stubFor(get(urlEqualTo(PATH)).willReturn(response));
    }

    @Test
    void fieldsAreReadWhereTheSettingsSay() throws Exception {
        answers(okJson(GOOD));
        assertThat(cases.find(NUMBER))
                .contains(new CaseRecord(NUMBER, OWNER, CaseStatus.IN_REVIEW, Instant.parse("2026-11-01T08:00:00Z")));
        DESK.verify(getRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer desk-key-0001")));
    }

    @Test
    void anUnknownNumberIsNoFailure() throws Exception {
        answers(aResponse().withStatus(404).withBody("<html>nothing</html>"));
        assertThat(cases.find(NUMBER)).isEmpty();
        answers(okJson("{}"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(cases.find(NUMBER)).isEmpty();
    }

    @Test
    void anAnswerIsGoodForAWhile() throws Exception {
        answers(okJson(GOOD));
        cases.find(NUMBER);
        clock.advance(Duration.ofSeconds(29));
        cases.find(NUMBER);
        DESK.verify(1, getRequestedFor(urlEqualTo(PATH)));
        clock.advance(Duration.ofSeconds(2));
        cases.find(NUMBER);
        DESK.verify(2, getRequestedFor(urlEqualTo(PATH)));
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        "HTML",
                        aResponse().withHeader("Content-Type", "text/html").withBody("<html>canary</html>")),
                Arguments.of("server error", aResponse().withStatus(500).withBody("canary")),
                Arguments.of("refused key", aResponse().withStatus(401).withBody("canary")),
                Arguments.of("redirect", aResponse().withStatus(302).withHeader("Location", "/elsewhere")),
                Arguments.of("garbage", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("cut connection", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("empty body", aResponse().withStatus(200)),
                Arguments.of("a bare word", okJson("\"canary\"")),
                Arguments.of("another case", okJson(ticket("C-99999", "123456", "open"))),
                Arguments.of("no account", okJson("{\"ticket\": {\"ref\": \"C-10482\", \"state\": \"open\"}}")),
                Arguments.of("an account that is none", okJson(ticket("C-10482", "\"canary name\"", "open"))),
                Arguments.of("an unknown status", okJson(ticket("C-10482", "123456", "canary"))),
                Arguments.of("a huge body", okJson("{\"canary\": \"" + "x".repeat(70_000) + "\"}")),
                Arguments.of("deep nesting", okJson("[".repeat(5_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void aWrongAnswerCannotBeToldAndCostsNoAttempt(String what, ResponseDefinitionBuilder response) {
        answers(response);
        AtomicInteger failures = new AtomicInteger();
        LookupAttempts attempts = new LookupAttempts() {
            @Override
            public Optional<Duration> lockedFor(ConversationKey person, CaseNumber number, Instant now) {
                return Optional.empty();
            }

            @Override
            public void failed(ConversationKey person, CaseNumber number, Instant now) {
                failures.incrementAndGet();
            }
        };
        try (LogCapture logs = LogCapture.open()) {
            CaseLookup.Result result = new CaseLookup(cases, attempts, Pacing.none())
                    .check(
                            RecordingChannel.person(1),
                            List.of(new CaseLookup.Claim(NUMBER, OWNER)),
                            clock.instant(),
                            lasting -> {});
            assertThat(result.outcome()).isEqualTo(CaseLookup.Outcome.UNAVAILABLE);
            assertThat(failures).hasValue(0);
            assertThat(logs.text()).doesNotContain("canary", "desk-key", "C-10482", "C-99999");
        }
    }

    @Test
    void aSlowDeskIsNotWaitedFor() {
        cases.close();
        cases = connected(Duration.ofMillis(300));
        answers(okJson(GOOD).withFixedDelay(30_000));
        assertThatThrownBy(() -> cases.find(NUMBER)).isInstanceOf(CasesUnavailable.class);
    }

    @Test
    void aDeskThatFailsIsAskedOnceMoreAndThenGivenARest() throws Exception {
        answers(aResponse().withStatus(503));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> cases.find(NUMBER)).isInstanceOf(CasesUnavailable.class);
        }
        // Five look-ups of two attempts each; the breaker lets nothing more through.
        DESK.verify(10, getRequestedFor(urlEqualTo(PATH)));
        answers(okJson(GOOD));
        assertThatThrownBy(() -> cases.find(NUMBER)).isInstanceOf(CasesUnavailable.class);
        clock.advance(Duration.ofSeconds(21));
        assertThat(cases.find(NUMBER)).isPresent();
    }

    @Test
    void mistakesInTheSettingsAreToldWithTheirKeys() {
        MapSettings settings = MapSettings.of(
                "cases",
                Map.of(
                        "source",
                        "http",
                        "link-secret",
                        "short",
                        "http",
                        Map.of(
                                "url",
                                "https://desk.example.org/tickets",
                                "pointers",
                                Map.of("number", "ref"),
                                "statuses",
                                Map.of("done", List.of("closed")))));
        CaseSettings.read(settings);
        assertThat(settings.problems())
                .anyMatch(problem -> problem.contains("cases.http.url"))
                .anyMatch(problem -> problem.contains("cases.http.pointers.number"))
                .anyMatch(problem -> problem.contains("cases.http.statuses.done"))
                .anyMatch(problem -> problem.contains("cases.link-secret"));
    }
}
