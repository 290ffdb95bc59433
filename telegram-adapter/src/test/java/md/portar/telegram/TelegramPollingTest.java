package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.UpdateSource;
import md.portar.core.testkit.LogCapture;
import md.portar.core.testkit.channel.EventDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramPollingTest {
    private static final String POLL = "(?i)/bot" + TelegramHarness.TOKEN + "/getupdates";
    private static final String NOTHING = "[]";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<ChannelEvent> kept = new CopyOnWriteArrayList<>();
    private final LogCapture log = LogCapture.open();
    private TelegramHarness harness;
    private UpdateSource source;

    @BeforeEach
    void start() {
        harness = new TelegramHarness();
        Channel channel = harness.channel(Map.of("mode", "polling", "poll-timeout", "1s"));
        source = channel.updates().orElseThrow();
        harness.platform()
                .stubFor(post(urlPathMatching("(?i)/bot" + TelegramHarness.TOKEN + "/deletewebhook"))
                        .willReturn(TelegramHarness.ok("true")));
        // An empty answer takes its time, as with Telegram.
        answer(post(urlPathMatching(POLL)), TelegramHarness.ok(NOTHING).withFixedDelay(50));
    }

    @AfterEach
    void stop() {
        source.close();
        harness.close();
        log.close();
        assertThat(log.text()).doesNotContain(harness.secrets());
    }

    @Test
    void updatesAreKeptInOrderAndThenConfirmed() {
        once(pollFrom(0), updates(text(21, "one"), text(22, "two")));
        source.start(kept::addAll);
        awaitPollFrom(23);
        assertThat(texts()).containsExactly("one", "two");
        assertThat(source.lastAnswer()).contains(harness.clock().instant());
    }

    @Test
    void whatCannotBeKeptIsNotConfirmedButTriedAgain() {
        once(pollFrom(0), updates(text(21, "one")));
        AtomicInteger attempts = new AtomicInteger();
        source.start(events -> {
            if (attempts.incrementAndGet() < 3) {
                harness.platform().verify(0, poll(22));
                throw new IllegalStateException("the store is closed; PIN 4821");
            }
            kept.addAll(events);
        });
        awaitPollFrom(22);
        assertThat(texts()).containsExactly("one");
        assertThat(attempts).hasValue(3);
        assertThat(log.text()).doesNotContain("4821");
    }

    @Test
    void anUnreadableUpdateDoesNotHoldUpItsNeighbours() {
        String noSender = "{\"update_id\": 22, \"message\": {\"message_id\": 2, \"from\": {\"id\": \"hunter2\"}}}";
        once(pollFrom(0), updates(text(21, "one"), noSender, "{\"update_id\": \"x\"}", text(24, "two")));
        source.start(kept::addAll);
        awaitPollFrom(25);
        assertThat(texts()).containsExactly("one", "", "two");
        assertThat(EventDescription.of(kept).get(1).path("reason").asText()).isEqualTo("MALFORMED");
        assertThat(log.text()).doesNotContain("hunter2");
    }

    @Test
    void afterAQuietTimeNumbersMayStartAnew() {
        once(pollFrom(0), updates(text(900_000_001, "before")));
        source.start(kept::addAll);
        awaitPollFrom(900_000_002);
        once(pollFrom(0), updates(text(7, "a week later")));
        await().atMost(PATIENCE).until(() -> texts().contains("a week later"));
        assertThat(texts()).containsExactly("before", "a week later");
    }

    @Test
    void errorsOfAllKindsAreSurvived() {
        String page = "<html>Bad gateway";
        inOrder(
                aResponse().withStatus(502).withBody(page),
                aResponse().withStatus(200).withBody(page),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                TelegramAnswers.error(500, "Internal Server Error", "{}"),
                TelegramHarness.ok(updates(text(21, "at last"))));
        source.start(kept::addAll);
        await().atMost(PATIENCE).until(() -> texts().contains("at last"));
    }

    @Test
    void aConflictIsSaidAndWaitedOut() {
        inOrder(
                TelegramAnswers.error(409, "Conflict: terminated by other getUpdates request", "{}"),
                TelegramHarness.ok(updates(text(21, "at last"))));
        source.start(kept::addAll);
        await().atMost(PATIENCE).until(() -> texts().contains("at last"));
        assertThat(log.text()).contains("another poller or a webhook is active");
    }

    @Test
    void theWebhookIsTakenAwayFirstHoweverLongThatTakes() {
        harness.platform()
                .stubFor(post(urlPathMatching("(?i)/bot" + TelegramHarness.TOKEN + "/deletewebhook"))
                        .inScenario("start")
                        .whenScenarioStateIs("Started")
                        .willReturn(aResponse().withStatus(502))
                        .willSetStateTo("works"));
        once(pollFrom(0), updates(text(21, "one")));
        source.start(kept::addAll);
        await().atMost(PATIENCE).until(() -> texts().contains("one"));
        harness.platform()
                .verify(2, postRequestedFor(urlPathMatching("(?i)/bot" + TelegramHarness.TOKEN + "/deletewebhook")));
    }

    @Test
    void onlyTheKindsWeHandleAreAskedFor() {
        source.start(kept::addAll);
        awaitPollFrom(0);
        harness.platform()
                .verify(postRequestedFor(urlPathMatching(POLL))
                        .withRequestBody(matchingJsonPath("$.allowed_updates[?(@ == 'my_chat_member')]"))
                        .withRequestBody(matchingJsonPath("$.allowed_updates.length()", WireMock.equalTo("4")))
                        .withRequestBody(matchingJsonPath("$.timeout", WireMock.equalTo("1"))));
    }

    @Test
    void closingEndsEvenAHangingPoll() {
        harness.platform()
                .stubFor(post(urlPathMatching(POLL))
                        .willReturn(TelegramHarness.ok(NOTHING).withFixedDelay(30_000)));
        source.start(kept::addAll);
        await().atMost(PATIENCE)
                .until(() -> !harness.platform()
                        .findAll(postRequestedFor(urlPathMatching("(?i).*deletewebhook")))
                        .isEmpty());
        source.close();
        source.close();
        await().atMost(PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("telegram-poll-main")));
    }

    @Test
    void closingEndsAnAttemptToKeepWhatCannotBeKept() {
        once(pollFrom(0), updates(text(21, "one")));
        AtomicInteger attempts = new AtomicInteger();
        source.start(events -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("never");
        });
        await().atMost(PATIENCE).until(() -> attempts.get() > 0);
        source.close();
        harness.platform().verify(0, poll(22));
    }

    private static MappingBuilder pollFrom(int offset) {
        return post(urlPathMatching(POLL))
                .withRequestBody(matchingJsonPath("$.offset", WireMock.equalTo(Integer.toString(offset))));
    }

    private static RequestPatternBuilder poll(int offset) {
        return postRequestedFor(urlPathMatching(POLL))
                .withRequestBody(matchingJsonPath("$.offset", WireMock.equalTo(Integer.toString(offset))));
    }

    private void awaitPollFrom(int offset) {
        await().atMost(PATIENCE)
                .until(() -> !harness.platform().findAll(poll(offset)).isEmpty());
    }

    private void answer(MappingBuilder request, ResponseDefinitionBuilder reply) {
        harness.platform().stubFor(request.willReturn(reply));
    }

    /** Answers the first such request, and the next ones as before. */
    private void once(MappingBuilder request, String updates) {
        harness.platform()
                .stubFor(request.inScenario(updates)
                        .whenScenarioStateIs("Started")
                        .willReturn(TelegramHarness.ok(updates))
                        .willSetStateTo("done"));
    }

    private void inOrder(ResponseDefinitionBuilder... replies) {
        for (int i = 0; i < replies.length; i++) {
            harness.platform()
                    .stubFor(pollFrom(0)
                            .inScenario("in order")
                            .whenScenarioStateIs(i == 0 ? "Started" : "step " + i)
                            .willReturn(replies[i])
                            .willSetStateTo("step " + (i + 1)));
        }
    }

    private static String updates(String... updates) {
        return "[" + String.join(",", updates) + "]";
    }

    private static String text(int id, String words) {
        return """
                {"update_id": %d, "message": {"message_id": %d, "date": 1793606400, "text": "%s",
                 "from": {"id": 100000001, "is_bot": false, "first_name": "Test"},
                 "chat": {"id": 100000001, "type": "private"}}}""".formatted(id, id, words);
    }

    private List<String> texts() {
        return EventDescription.of(kept).findValues("content").isEmpty()
                ? List.of()
                : kept.stream()
                        .map(event -> EventDescription.of(List.of(event))
                                .at("/0/content/text")
                                .asText())
                        .toList();
    }
}
