package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.Undelivered.Replay;
import md.portar.core.handoff.UndeliveredMessage;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What could not be delivered, as supervisors see it. */
class UndeliveredTest {
    private static final String PAGE = "/console/undelivered";

    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private AgentClient dan;
    private ConversationNumber talk;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        dan = AgentClient.signedIn(console, console.agents().add("dan", "Dan V.", Language.EN, AgentRole.SUPERVISOR));
        talk = console.desk()
                .queued("Test User", "whatsapp", Language.RO, Priority.NORMAL, Duration.ofMinutes(3), "Bună");
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private void given(long number, DeliveryFailure cause) {
        console.undelivered()
                .add(new UndeliveredMessage(
                        number,
                        talk,
                        new ChannelId("whatsapp"),
                        CatalogueText.of("Test User"),
                        false,
                        cause,
                        63016,
                        3,
                        clock.instant().minusSeconds(600),
                        clock.instant().minusSeconds(300),
                        CatalogueText.of("The answer <b>itself</b>")));
    }

    @Test
    void causeTimeAndConversationAreShownAndWordsAreEscaped() throws Exception {
        given(7, DeliveryFailure.WINDOW_CLOSED);
        String body = dan.get(PAGE).body();
        assertThat(body)
                .contains(
                        "the reply window was closed",
                        "code 63016",
                        "given up 5 min ago",
                        "/console/c/" + talk.value(),
                        "The answer &lt;b&gt;itself&lt;/b&gt;")
                .doesNotContain("<b>itself");
        assertThat(dan.get("/console").body()).contains("undelivered-link");
    }

    @Test
    void whereEverythingArrivedThePageSaysSo() throws Exception {
        assertThat(dan.get(PAGE).body()).contains("Everything has been delivered.");
    }

    @Test
    void sendingAgainTakesItOffThePage() throws Exception {
        given(7, DeliveryFailure.PLATFORM_DOWN);
        HttpResponse<String> answer = dan.post(PAGE + "/7/replay");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("On its way.", "role=\"status\"");
        assertThat(dan.get(PAGE).body()).contains("undelivered-empty");
        assertThat(dan.post(PAGE + "/7/replay").statusCode()).isEqualTo(409);
    }

    @Test
    void aRefusalSaysWhyAndTheMessageStays() throws Exception {
        given(7, DeliveryFailure.WINDOW_CLOSED);
        console.undelivered().answer(Replay.WINDOW_CLOSED);
        HttpResponse<String> answer = dan.post(PAGE + "/7/replay");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("letter-7", "role=\"alert\"", "the reply window is closed until");
    }

    @Test
    void discardingIsForGood() throws Exception {
        given(7, DeliveryFailure.RECIPIENT_BLOCKED);
        assertThat(dan.post(PAGE + "/7/drop").body()).contains("Discarded.");
        assertThat(dan.post(PAGE + "/7/drop").statusCode()).isEqualTo(409);
    }

    @Test
    void agentsWhoDoNotSuperviseMayNot() throws Exception {
        given(7, DeliveryFailure.PLATFORM_DOWN);
        AgentClient ana = AgentClient.signedIn(console, console.agents().add("ana", "Ana P.", Language.EN));
        assertThat(ana.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(ana.post(PAGE + "/7/replay").statusCode()).isEqualTo(403);
        assertThat(ana.post(PAGE + "/7/drop").statusCode()).isEqualTo(403);
        assertThat(ana.get("/console").body()).doesNotContain("undelivered-link");
        assertThat(console.undelivered().counts()).hasSize(1);
    }

    @Test
    void withoutTheTokenNothingHappens() throws Exception {
        given(7, DeliveryFailure.PLATFORM_DOWN);
        assertThat(dan.postWith(PAGE + "/7/drop", List.of("HX-Request", "true")).statusCode())
                .isEqualTo(403);
        assertThat(console.undelivered().counts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,not delivered: the reply window was closed",
        "RO,nelivrat: fereastra de răspuns era închisă",
        "RU,не доставлено: время для ответа истекло"
    })
    void aFailedBubbleSaysWhyInTheAgentsLanguageAndCanBeSentAgain(Language language, String words) throws Exception {
        AgentClient agent = AgentClient.signedIn(
                console, console.agents().add("agent" + language.code(), "Agent", language, AgentRole.AGENT));
        assertThat(agent.post("/console/c/" + talk.value() + "/claim").statusCode())
                .isEqualTo(200);
        console.desk()
                .put(
                        talk,
                        new DeskMessage(
                                900,
                                clock.instant(),
                                DeskMessage.Author.AGENT,
                                Optional.empty(),
                                CatalogueText.of("Hello"),
                                List.of(),
                                Set.of(),
                                false,
                                false,
                                Optional.empty(),
                                Optional.of(DeskMessage.Delivery.FAILED),
                                Optional.of(DeliveryFailure.WINDOW_CLOSED)));
        assertThat(agent.get("/console/c/" + talk.value()).body()).contains(words, "again-900");
        assertThat(agent.post("/console/c/" + talk.value() + "/again/900").statusCode())
                .isEqualTo(200);
        assertThat(console.desk().sentToPlayers()).contains("again 900");
    }
}
