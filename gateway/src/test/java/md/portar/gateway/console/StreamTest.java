package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private Agent agent;
    private AgentClient ana;
    private ConversationNumber talk;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        agent = console.agents().add("ana", "Ana P.", Language.EN);
        ana = AgentClient.signedIn(console, agent);
        talk = queued("first");
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private ConversationNumber queued(String words) {
        return console.desk()
                .queued("Test User", "telegram", Language.RO, Priority.NORMAL, Duration.ofMinutes(3), words);
    }

    /** Reads a stream on a thread of its own, until it ends. */
    private List<String> listen(AgentClient client, String... headers) throws Exception {
        HttpResponse<Stream<String>> answer =
                client.stream("/console/events?since=" + console.desk().lastEvent(), headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(AgentClient.header(answer, "Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(AgentClient.header(answer, "Cache-Control")).contains("no-store");
        assertThat(AgentClient.header(answer, "X-Accel-Buffering")).contains("no");
        List<String> lines = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> answer.body().forEach(lines::add));
        reader.setDaemon(true);
        reader.start();
        await().until(() -> lines.contains("event: hb"));
        return lines;
    }

    private static boolean has(List<String> lines, String... parts) {
        return lines.stream().anyMatch(line -> Stream.of(parts).allMatch(line::contains));
    }

    @Test
    void itSaysWhenToComeBackAndKeepsBeating() throws Exception {
        List<String> lines = listen(ana);
        assertThat(lines.get(0)).isEqualTo("retry: 2000");
        await().until(() -> lines.stream().filter(line -> line.equals(": hb")).count() >= 3);
    }

    @Test
    void aNewConversationAppearsWithItsRowAndTheCounts() throws Exception {
        List<String> lines = listen(ana);
        ConversationNumber second = queued("second");
        await().until(() -> has(lines, "\"id\":" + second.value(), "\"queue\":true", "row-" + second.value()));
        await().until(() -> has(lines, "\"queue\":2", "oldestSec"));
        await().until(() -> has(lines, "\"kind\":\"queue\"", "\"conv\":" + second.value()));
    }

    @Test
    void whoWaitsAlreadyIsNotAnnouncedAgain() throws Exception {
        List<String> lines = listen(ana);
        console.desk().says(talk, DeskMessage.Author.CUSTOMER, "still here");
        await().until(() -> has(lines, "still here"));
        assertThat(lines).noneMatch(line -> line.contains("\"kind\":\"queue\""));
    }

    @Test
    void safetyIsAnnouncedAsSuch() throws Exception {
        List<String> lines = listen(ana);
        console.desk().queued("Test User", "whatsapp", Language.RU, Priority.SAFETY, Duration.ZERO, "…");
        await().until(() -> has(lines, "\"kind\":\"safety\""));
    }

    @Test
    void messagesComeForThreadsThatAreOpenOnly() throws Exception {
        ConversationNumber other = queued("other");
        ana.fragment("/console/c/" + talk.value());
        List<String> lines = listen(ana);
        console.desk().says(other, DeskMessage.Author.CUSTOMER, "unseen words");
        console.desk().says(talk, DeskMessage.Author.CUSTOMER, "seen words");
        await().until(() -> has(lines, "\"conv\":" + talk.value(), "\"in\":true", "seen words", "msg-"));
        assertThat(lines).noneMatch(line -> line.contains("unseen words") && line.contains("msg-"));
    }

    @Test
    void aChangedMessageIsSentAgain() throws Exception {
        ana.fragment("/console/c/" + talk.value());
        ana.post("/console/c/" + talk.value() + "/claim");
        List<String> lines = listen(ana);
        ana.post("/console/c/" + talk.value() + "/send", "clientMsgId", "send-0001", "text", "hello");
        await().until(() -> has(lines, "hello", "sending"));
        DeskMessage message = console.desk()
                .thread(talk, Optional.empty(), 1)
                .orElseThrow()
                .messages()
                .get(0);
        console.desk().put(talk, delivered(message));
        await().until(() -> has(lines, "hello", "delivery-delivered"));
        assertThat(lines).contains("event: msgup");
    }

    private static DeskMessage delivered(DeskMessage message) {
        return new DeskMessage(
                message.seq(),
                message.at(),
                message.author(),
                message.agent(),
                message.text(),
                message.choices(),
                message.secrets(),
                message.withheld(),
                message.edited(),
                message.redaction(),
                Optional.of(DeskMessage.Delivery.DELIVERED));
    }

    @Test
    void whatWasMissedIsSentOnComingBack() throws Exception {
        long seen = console.desk().lastEvent();
        ana.fragment("/console/c/" + talk.value());
        console.desk().says(talk, DeskMessage.Author.CUSTOMER, "missed words");
        ConversationNumber second = queued("missed conversation");
        List<String> lines = listen(ana, "Last-Event-ID", Long.toString(seen));
        await().until(() -> has(lines, "missed words", "msg-") && has(lines, "row-" + second.value()));
        await().until(() -> lines.contains("id: " + console.desk().lastEvent()));
        assertThat(lines).doesNotContain("event: resync");
    }

    @Test
    void whoHasSeenEverythingIsToldNothing() throws Exception {
        List<String> lines =
                listen(ana, "Last-Event-ID", Long.toString(console.desk().lastEvent()));
        assertThat(lines).noneMatch(line -> line.startsWith("event: conv") || line.startsWith("event: resync"));
    }

    @Test
    void whoMissedTooMuchIsToldToLoadAnew() throws Exception {
        for (int i = 0; i < 60; i++) {
            console.desk().says(talk, DeskMessage.Author.CUSTOMER, "line " + i);
        }
        assertThat(listen(ana, "Last-Event-ID", "1")).contains("event: resync");
    }

    @Test
    void whoKnowsMoreThanTheDeskIsToldToLoadAnew() throws Exception {
        assertThat(listen(ana, "Last-Event-ID", "99999")).contains("event: resync");
    }

    @Test
    void aChangeOfAnotherNodeIsFoundWithoutBeingCalled() throws Exception {
        List<String> lines = listen(ana);
        console.desk().silently(() -> queued("from the other node"));
        await().until(() -> has(lines, "from the other node"));
    }

    @Test
    void signingOutEndsTheStreamsOfTheSession() throws Exception {
        List<String> lines = listen(ana);
        AgentClient elsewhere = AgentClient.signedIn(console, agent);
        List<String> others = listen(elsewhere);
        ana.post("/console/logout");
        await().until(() -> has(lines, "\"reason\":\"logout\""));
        queued("later");
        await().until(() -> has(others, "later"));
        assertThat(lines).noneMatch(line -> line.contains("later"));
    }

    @Test
    void aSessionThatRunsOutEndsItsStream() throws Exception {
        List<String> lines = listen(ana);
        clock.advance(Duration.ofHours(2));
        await().until(() -> has(lines, "\"reason\":\"expired\""));
    }

    @Test
    void goingAwayIsAnnounced() throws Exception {
        List<String> lines = listen(ana);
        console.console().close();
        await().until(() -> has(lines, "\"reason\":\"deploy\""));
    }

    @Test
    void theSameCanBeAskedForWithoutAStream() throws Exception {
        long seen = console.desk().lastEvent();
        ConversationNumber second = queued("polled");
        HttpResponse<String> answer = ana.get("/console/changes?since=" + seen, "X-Console-Background", "1");
        assertThat(answer.body())
                .contains("\"last\":" + console.desk().lastEvent(), "row-" + second.value(), "\"event\":\"conv\"");
        assertThat(ana.get("/console/changes?since=" + console.desk().lastEvent(), "X-Console-Background", "1")
                        .body())
                .contains("\"frames\":[]");
    }

    @Test
    void rowsComeInTheLanguageOfEachAgent() throws Exception {
        AgentClient dan = AgentClient.signedIn(console, console.agents().add("dan", "Dan V.", Language.RO));
        List<String> english = listen(ana);
        List<String> romanian = listen(dan);
        console.desk().queued("Test User", "telegram", Language.RO, Priority.SAFETY, Duration.ofMinutes(3), "…");
        await().until(() -> has(english, "Safety") && has(romanian, "Siguranță"));
        assertThat(romanian).noneMatch(line -> line.contains("Safety"));
    }
}
