package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bot could not answer, as supervisors see it. */
class UnansweredTest {
    private static final String PAGE = "/console/unanswered";

    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private AgentClient dan;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        dan = AgentClient.signedIn(console, console.agents().add("dan", "Dan V.", Language.EN, AgentRole.SUPERVISOR));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private void asked(String text, Language language, long times, int minutesAgo) {
        console.unanswered().add(text, language, times, clock.instant().minusSeconds(minutesAgo * 60L));
    }

    @Test
    void aQuestionIsShownWithItsCountLanguageAndTimeAndIsEscaped() throws Exception {
        asked("cum <b>retrag</b> pe card", Language.RO, 14, 5);
        assertThat(dan.get(PAGE).body())
                .contains("14×", "cum &lt;b&gt;retrag", "Romanian", "last asked 5 min ago", "lang=\"ro\"")
                .doesNotContain("<b>retrag");
        assertThat(dan.get("/console").body()).contains("unanswered-link");
    }

    @Test
    void theOrderIsAskedFor() throws Exception {
        asked("asked often", Language.EN, 9, 60);
        asked("asked lately", Language.EN, 1, 1);
        assertThat(dan.get(PAGE).body()).containsSubsequence("asked often", "asked lately");
        assertThat(dan.get(PAGE + "?order=newest").body()).containsSubsequence("asked lately", "asked often");
    }

    @Test
    void oneLanguageIsAskedForAndTheOrderIsKept() throws Exception {
        asked("где выигрыш", Language.RU, 2, 3);
        asked("unde e câștigul", Language.RO, 2, 3);
        String body = dan.get(PAGE + "?order=newest&language=ru").body();
        assertThat(body)
                .contains("где выигрыш", "order=newest&amp;language=ro", "order=often&amp;language=ru")
                .doesNotContain("unde e câștigul");
        assertThat(dan.get(PAGE + "?language=en").body()).contains("No question in this language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?language=", "?language=xx", "?order=%27--", "?order=&language=%3Cscript%3E"})
    void whatIsNotUnderstoodIsIgnored(String query) throws Exception {
        asked("a question", Language.EN, 1, 1);
        HttpResponse<String> answer = dan.get(PAGE + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("a question").doesNotContain("<script>", "--");
    }

    @Test
    void aLongListIsCutAndSaysSo() throws Exception {
        IntStream.rangeClosed(1, UnansweredRoutes.PAGE).forEach(i -> asked("question " + i, Language.EN, 1000 - i, 1));
        assertThat(dan.get(PAGE).body()).doesNotContain("unanswered-cut");
        asked("the last", Language.EN, 1, 1);
        assertThat(dan.get(PAGE).body())
                .contains("question " + UnansweredRoutes.PAGE, "Only the first 100 are shown.")
                .doesNotContain("the last");
    }

    @ParameterizedTest
    @CsvSource({
        "EN,Every question found an answer.",
        "RO,Toate întrebările și-au găsit răspunsul.",
        "RU,На все вопросы нашёлся ответ."
    })
    void anEmptyListSaysSo(Language language, String words) throws Exception {
        AgentClient supervisor = AgentClient.signedIn(
                console, console.agents().add("s" + language.code(), "S", language, AgentRole.SUPERVISOR));
        assertThat(supervisor.get(PAGE).body()).contains(words, "unanswered-empty");
    }

    @Test
    void agentsWhoDoNotSuperviseMayNotReadIt() throws Exception {
        asked("a question", Language.EN, 1, 1);
        AgentClient ana = AgentClient.signedIn(console, console.agents().add("ana", "Ana P.", Language.EN));
        HttpResponse<String> answer = ana.get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("a question");
        assertThat(ana.get("/console").body()).doesNotContain("unanswered-link");
    }

    @Test
    void strangersAreSentToSignInAndComeBack() throws Exception {
        asked("a question", Language.EN, 1, 1);
        HttpResponse<String> answer = new AgentClient(console).get(PAGE);
        assertThat(answer.body()).doesNotContain("a question");
        assertThat(Stream.of(answer.statusCode())).isSubsetOf(List.of(302, 303));
        assertThat(answer.headers().firstValue("Location")).hasValue("/console/login?next=%2Fconsole%2Funanswered");
    }
}
