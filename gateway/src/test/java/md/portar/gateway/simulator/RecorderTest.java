package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run came to, from what was asked, acknowledged and taken. */
class RecorderTest {
    private static final ChatApp APP = ChatApp.WHATSAPP;
    private static final String PLAYER = "whatsapp:+37360000001";

    private final TurnedClock clock = new TurnedClock();
    private final Recorder recorder = new Recorder(clock, () -> 42);

    private void asked(String mark) {
        recorder.asks(APP, PLAYER, mark);
        recorder.acknowledged(APP, PLAYER, mark);
    }

    private void taken(String text) {
        recorder.sent(new Recorder.Sent(APP, PLAYER, "SM1", "text", text, clock.instant()));
    }

    private RunReport.Questions questions() {
        return recorder.report().total().questions();
    }

    @Test
    void whatIsAcknowledgedAndNeverAnsweredIsLost() {
        asked("C-1");
        asked("C-2");
        recorder.asks(APP, PLAYER, "C-3");
        taken("Case C-1: in review.");
        assertThat(questions()).isEqualTo(new RunReport.Questions(3, 2, 1, 1, 0, 0, 0));
        assertThat(recorder.report().isClean()).isFalse();
        assertThat(recorder.report().slips())
                .singleElement()
                .extracting(RunReport.Slip::kind, RunReport.Slip::mark)
                .containsExactly(RunReport.SlipKind.LOST, "C-2");
        taken("(C-2)");
        assertThat(recorder.report().isClean()).isTrue();
    }

    @Test
    void aMarkIsAWholeWord() {
        asked("C-1");
        taken("C-10 C-11 xC-1");
        assertThat(questions().lost()).isEqualTo(1);
        taken("«C-1»");
        assertThat(questions().lost()).isZero();
    }

    @Test
    void aPhraseMayBeAMarkToo() {
        asked("Identity verification");
        taken("Identity verification takes a day.");
        assertThat(questions().answered()).isEqualTo(1);
    }

    @Test
    void anAnswerTakenTwiceIsADuplicateAndAFaultExplainsOne() {
        asked("C-1");
        taken("C-1");
        recorder.ledger().ambiguous(APP, PLAYER);
        taken("C-1");
        assertThat(questions()).isEqualTo(new RunReport.Questions(1, 1, 1, 0, 1, 1, 0));
        assertThat(recorder.report().isClean()).isTrue();
        clock.turn(Duration.ofSeconds(3));
        taken("C-1");
        assertThat(questions()).isEqualTo(new RunReport.Questions(1, 1, 1, 0, 2, 1, 0));
        assertThat(recorder.report().isClean()).isFalse();
        RunReport.Slip slip = recorder.report().slips().get(1);
        assertThat(Duration.between(slip.first(), slip.again())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void anAnswerAfterALaterOneIsOutOfOrder() {
        asked("C-1");
        asked("C-2");
        taken("C-2");
        taken("C-1");
        assertThat(questions().outOfOrder()).isEqualTo(1);
    }

    @Test
    void anAnswerMayComeBeforeTheAcknowledgementIsHeardOf() {
        asked("C-1");
        recorder.asks(APP, PLAYER, "C-2");
        taken("C-1");
        taken("C-2");
        recorder.acknowledged(APP, PLAYER, "C-2");
        recorder.acknowledged(APP, PLAYER, "C-2");
        assertThat(questions()).isEqualTo(new RunReport.Questions(2, 2, 2, 0, 0, 0, 0));
    }

    @Test
    void withoutMarksAnAnswerCountsForAllThatWasSaidBefore() {
        Ledger books = recorder.ledger();
        long first = books.says(APP, PLAYER);
        books.heard(APP, PLAYER, first);
        long second = books.says(APP, PLAYER);
        taken("both");
        books.heard(APP, PLAYER, second);
        long third = books.says(APP, PLAYER);
        books.heard(APP, PLAYER, third);
        assertThat(recorder.report().total().messages()).isEqualTo(new RunReport.Messages(3, 2, 1, 0));
    }

    @Test
    void theSameTextTwiceInARowWithNothingSaidBetweenIsRepeated() {
        taken("hello");
        taken("hello");
        recorder.ledger().says(APP, PLAYER);
        taken("hello");
        assertThat(recorder.report().total().messages().repeated()).isEqualTo(1);
    }

    @Test
    void whatIsKeptIsBounded() {
        for (int i = 0; i < 25_000; i++) {
            taken("x" + i);
            recorder.line(
                    new Recorder.Line(APP, Recorder.Direction.TO_GATEWAY, "POST", "message", 200, Duration.ZERO, ""));
            recorder.violation(APP, "call", "rule");
        }
        assertThat(recorder.sent()).hasSize(20_000);
        assertThat(recorder.lines()).hasSize(5_000);
        assertThat(recorder.violations()).hasSize(1_000);
        assertThat(recorder.report().total().sends()).isEqualTo(new RunReport.Sends(0, 25_000, 0, 0, 0, 0, 25_000));
        recorder.clear();
        assertThat(recorder.report().total().sends().taken()).isZero();
    }

    @Test
    void theTableHasEveryFigureAndTheVerdict() {
        asked("C-1");
        String table = RunView.table(recorder.report());
        assertThat(table)
                .contains("telegram", "whatsapp", "messenger", "questions.lost", "sends.early", "NOT CLEAN, seed 42")
                .contains("lost whatsapp " + PLAYER + " C-1");
        assertThat(RunView.json(recorder.report())
                        .at("/byApp/whatsapp/questions/lost")
                        .asInt())
                .isEqualTo(1);
    }
}
