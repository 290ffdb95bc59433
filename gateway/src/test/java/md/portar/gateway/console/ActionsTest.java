package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.SendResult;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionsTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private AgentClient ana;
    private AgentClient dan;
    private ConversationNumber talk;
    private String path;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        ana = AgentClient.signedIn(console, console.agents().add("ana", "Ana P.", Language.EN));
        dan = AgentClient.signedIn(console, console.agents().add("dan", "Dan V.", Language.EN, AgentRole.SUPERVISOR));
        talk = console.desk()
                .queued("Test User", "telegram", Language.RO, Priority.NORMAL, Duration.ofMinutes(3), "Bună");
        path = "/console/c/" + talk.value();
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void ofManyWhoClaimOneWinsAndTheOthersSeeWho() throws Exception {
        List<AgentClient> agents = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            agents.add(
                    AgentClient.signedIn(console, console.agents().add("agent" + i, "Agent Number" + i, Language.EN)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(agents.size());
        try {
            List<Future<HttpResponse<String>>> attempts = new ArrayList<>();
            for (AgentClient agent : agents) {
                attempts.add(pool.submit(() -> agent.post(path + "/claim")));
            }
            int won = 0;
            String winner =
                    console.desk().row(talk).assignee().map(id -> id.value()).orElse("");
            List<String> losers = new ArrayList<>();
            for (Future<HttpResponse<String>> attempt : attempts) {
                HttpResponse<String> answer = attempt.get();
                if (answer.statusCode() == 200) {
                    won++;
                } else {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    losers.add(answer.body());
                }
            }
            winner = winner.isEmpty()
                    ? console.desk().row(talk).assignee().orElseThrow().value()
                    : winner;
            assertThat(won).isEqualTo(1);
            String name = "Agent Number" + winner.substring("agent".length());
            assertThat(losers)
                    .hasSize(11)
                    .allSatisfy(body -> assertThat(body)
                            .contains(
                                    "data-testid=\"claim-lost\"",
                                    "role=\"alert\"",
                                    name + " took this conversation 0 s ago."));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void claimingTwiceIsNoLoss() throws Exception {
        assertThat(ana.post(path + "/claim").statusCode()).isEqualTo(200);
        assertThat(ana.post(path + "/claim").statusCode()).isEqualTo(200);
        assertThat(ana.fragment(path).body()).contains("data-mode=\"MINE\"");
        assertThat(dan.fragment(path).body()).contains("data-mode=\"OTHER\"", "Ana P. has this conversation");
    }

    @Test
    void whatNoLongerWaitsIsSaid() throws Exception {
        ana.post(path + "/claim");
        ana.post(path + "/resolve", "outcome", "SOLVED");
        HttpResponse<String> late = dan.post(path + "/claim");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("no longer waiting: Resolved");
    }

    @Test
    void claimNextTakesTheMostUrgent() throws Exception {
        ConversationNumber urgent =
                console.desk().queued("Urgent", "whatsapp", Language.RU, Priority.SAFETY, Duration.ZERO, "…");
        HttpResponse<String> answer = ana.post("/console/claim-next");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(AgentClient.header(answer, "HX-Push-Url")).contains("/console/c/" + urgent.value());
        assertThat(ana.post("/console/claim-next").statusCode()).isEqualTo(200);
        assertThat(ana.post("/console/claim-next").statusCode()).isEqualTo(204);
    }

    @Test
    void aReplyReachesThePlayerOnce() throws Exception {
        ana.post(path + "/claim");
        HttpResponse<String> first = ana.post(path + "/send", "clientMsgId", ID, "text", "Bună!\r\nVerific acum.");
        HttpResponse<String> again = ana.post(path + "/send", "clientMsgId", ID, "text", "Bună!\r\nVerific acum.");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("class=\"message agent", "Bună!\nVerific acum.", "sending", "Ana P.");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(console.desk().sentToPlayers()).containsExactly("Bună!\nVerific acum.");
    }

    @Test
    void aNoteReachesNobodyButTheTeam() throws Exception {
        HttpResponse<String> answer = dan.post(path + "/note", "clientMsgId", ID, "text", "calls back at 5");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("class=\"message note", "Internal note", "Dan V.");
        assertThat(console.desk().sentToPlayers()).isEmpty();
    }

    @Test
    void onlyTheOneWhoHasItSends() throws Exception {
        ana.post(path + "/claim");
        HttpResponse<String> answer = dan.post(path + "/send", "clientMsgId", ID, "text", "words of Dan");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("not yours any more").doesNotContain("words of Dan");
        assertThat(dan.post(path + "/release").statusCode()).isEqualTo(409);
        HttpResponse<String> resolve = dan.post(path + "/resolve", "outcome", "SOLVED");
        assertThat(resolve.statusCode()).isEqualTo(409);
        assertThat(resolve.body()).contains("Ana P. has it");
        assertThat(console.desk().row(talk).state()).isEqualTo(ConversationState.Name.ASSIGNED);
        assertThat(console.desk().sentToPlayers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SendResult.Reason.class)
    void aRefusalSaysWhyAndNeverWhat(SendResult.Reason reason) throws Exception {
        ana.post(path + "/claim");
        console.desk().refuse(reason, Set.of(SecretKind.CVV));
        HttpResponse<String> answer = ana.post(path + "/send", "clientMsgId", ID, "text", "draft words");
        assertThat(answer.statusCode()).isEqualTo(reason == SendResult.Reason.NOT_YOURS ? 409 : 422);
        assertThat(answer.body()).contains("Your text is still in the box.").doesNotContain("draft words", "{0}");
        console.desk().accept();
        assertThat(ana.post(path + "/send", "clientMsgId", ID, "text", "draft words")
                        .statusCode())
                .isEqualTo(200);
        assertThat(console.desk().sentToPlayers()).containsExactly("draft words");
    }

    @Test
    void aSecretInAReplyIsNamedByItsKind() throws Exception {
        ana.post(path + "/claim");
        console.desk().refuse(SendResult.Reason.CONTAINS_SECRET, Set.of(SecretKind.CVV, SecretKind.PASSWORD));
        assertThat(ana.post(path + "/send", "clientMsgId", ID, "text", "x").body())
                .contains("contains a secret: password, card security code.");
    }

    @Test
    void aMessageWithoutAnIdIsNotTaken() throws Exception {
        ana.post(path + "/claim");
        assertThat(ana.post(path + "/send", "text", "x").statusCode()).isEqualTo(422);
        assertThat(ana.post(path + "/send", "clientMsgId", "<b>", "text", "x").statusCode())
                .isEqualTo(422);
        assertThat(ana.post(path + "/note", "text", "x").statusCode()).isEqualTo(422);
        assertThat(console.desk().sentToPlayers()).isEmpty();
    }

    @Test
    void releasingGivesItBackToTheQueue() throws Exception {
        ana.post(path + "/claim");
        HttpResponse<String> answer = ana.post(path + "/release");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("data-mode=\"QUEUED\"");
        assertThat(dan.post(path + "/claim").statusCode()).isEqualTo(200);
    }

    @Test
    void resolvingNeedsAnOutcome() throws Exception {
        ana.post(path + "/claim");
        assertThat(ana.post(path + "/resolve").statusCode()).isEqualTo(422);
        assertThat(ana.post(path + "/resolve", "outcome", "solved").statusCode())
                .isEqualTo(422);
        assertThat(console.desk().row(talk).state()).isEqualTo(ConversationState.Name.ASSIGNED);
        assertThat(ana.post(path + "/resolve", "outcome", "CASE_OPENED").body()).contains("data-mode=\"RESOLVED\"");
    }

    @Test
    void whenTheWindowIsClosedTheBoxSaysSo() throws Exception {
        ana.post(path + "/claim");
        console.desk().replyUntil(talk, clock.instant().plusSeconds(1));
        assertThat(ana.fragment(path).body()).contains("data-mode=\"MINE\"", "1 s left");
        clock.advance(Duration.ofSeconds(1));
        assertThat(ana.fragment(path).body())
                .contains("data-mode=\"CLOSED\"", "The reply window is closed")
                .containsPattern("<textarea id=\"text-reply\"[^>]* disabled");
    }

    @Test
    void aConversationThatDoesNotExistIsNotFound() throws Exception {
        assertThat(ana.fragment("/console/c/999").statusCode()).isEqualTo(404);
        assertThat(ana.post("/console/c/0/claim").statusCode()).isEqualTo(404);
        for (String action : List.of("claim", "send", "note", "release", "resolve")) {
            HttpResponse<String> answer =
                    ana.post("/console/c/999/" + action, "clientMsgId", ID, "text", "x", "outcome", "SOLVED");
            assertThat(answer.statusCode()).as(action).isEqualTo(404);
        }
    }
}
