package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.guard.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseStatusDialogueTest {
    private static final CaseRecord CASE = new CaseRecord(
            new CaseNumber("C-10482"),
            new AccountId("123456"),
            CaseStatus.IN_REVIEW,
            Instant.parse("2026-10-30T14:05:00Z"));

    private final Player player = new Player().knowsCase(CASE);

    @Test
    void theQuestionAsksForBothNumbersAndTellsTheGuard() {
        player.taps("menu.status");
        assertThat(player.heard()).contains("C-10482").contains("ID-ul tău de cont");
        assertThat(player.replies().get(0).expects()).isEqualTo(Expectation.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C-10482 123456",
                "123456 C-10482",
                "c10482, ID 123456",
                "10482 123456",
                "123456 10482",
                "ID cont 123456 solicitarea 10482",
                "С-10482 и счёт 123456",
                "caz C 10482\ncont 123456"
            })
    void bothNumbersInAnyOrderShowTheCard(String words) {
        player.taps("menu.status").says(words);
        assertThat(player.heard()).contains("C-10482").containsAnyOf("în lucru", "в работе");
        assertThat(player.heard()).contains("30.10.2026, 16:05");
    }

    @Test
    void theNumbersMayComeInTwoMessages() {
        player.taps("menu.status").says("C-10482");
        assertThat(player.heard()).isEqualTo("Mai am nevoie de ID-ul tău de cont.");
        player.says("123456");
        assertThat(player.heard()).contains("în lucru");

        Player other = new Player().knowsCase(CASE).taps("menu.status").says("cont 123456");
        assertThat(other.heard()).isEqualTo("Mai am nevoie de numărul solicitării.");
        assertThat(other.says("10482").heard()).contains("în lucru");
    }

    @Test
    void aNumberWithItsLettersBeginsTheDialogueByItself() {
        player.says("ce se intampla cu C-10482?");
        assertThat(player.heard()).contains("ID-ul tău de cont");
    }

    @Test
    void unknownAndForeignCasesReadTheSame() {
        List<String> answers = new java.util.ArrayList<>();
        for (String words : List.of("C-99999 123456", "C-10482 654321", "C-99999 654321", "C-10482 123457")) {
            Player stranger = new Player().knowsCase(CASE);
            stranger.taps("menu.status").says(words);
            answers.add(stranger.heard() + stranger.buttons());
        }
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("case.retry", "menu.human");
    }

    @Test
    void everyAnswerTakesItsTimeWhateverItSays() {
        for (String words : List.of("C-10482 123456", "C-99999 123456", "C-10482 654321")) {
            Player stranger = new Player().knowsCase(CASE).taps("menu.status");
            assertThat(stranger.lasting).isZero();
            assertThat(stranger.says(words).lasting).isEqualTo(Player.CASE_TIME);
        }
        player.casesDown = true;
        player.taps("menu.status");
        assertThat(player.says("C-10482 123456").lasting).isEqualTo(Player.CASE_TIME);
        player.casesDown = false;
        for (int i = 0; i < 5; i++) {
            player.taps("menu.status").says("C-99999 11111" + i);
        }
        player.taps("menu.status").says("C-10482 123456");
        assertThat(player.heard()).contains("Prea multe încercări");
        assertThat(player.lasting).isEqualTo(Player.CASE_TIME);
    }

    @Test
    void theSixthAttemptIsLockedEvenWithTheRightNumbers() {
        for (int i = 0; i < 5; i++) {
            player.taps("menu.status").says("C-99999 11111" + i);
        }
        player.taps("menu.status").says("C-10482 123456");
        assertThat(player.heard()).contains("Prea multe încercări").contains("15 min");
        assertThat(player.buttons()).containsExactly("menu.human");
    }

    @Test
    void anUnavailableSourceCostsNoAttempt() {
        player.casesDown = true;
        player.taps("menu.status").says("C-10482 123456");
        assertThat(player.heard()).startsWith("Nu pot verifica acum");
        assertThat(player.attempts.count()).isZero();
    }

    @Test
    void theAccountIsNotAskedAgainForHalfAnHour() {
        player.taps("menu.status").says("C-10482 123456").taps("menu.status");
        assertThat(player.heard()).doesNotContain("ID");
        assertThat(player.says("10482").heard()).contains("în lucru");
        player.after(Duration.ofMinutes(31)).taps("menu.status").says("C-10482");
        assertThat(player.heard()).contains("ID-ul tău de cont");
    }

    @Test
    void wordsWithoutNumbersAreExplainedOnceAndOtherQuestionsAnswered() {
        player.taps("menu.status").says("nu stiu unde il gasesc");
        assertThat(player.heard()).contains("Exemplu");
        player.says("cum retrag banii");
        assertThat(player.topics()).containsExactly("withdrawal-how");
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void everyStatusHasWordsInEveryLanguage(CaseStatus status) {
        for (String language : List.of("lang.ro", "lang.ru", "lang.en")) {
            Player asking = new Player()
                    .knowsCase(
                            new CaseRecord(new CaseNumber("C-20001"), new AccountId("100001"), status, Player.START));
            asking.taps(language).taps("menu.status").says("C-20001 100001");
            assertThat(asking.heard()).contains("C-20001").doesNotContain("{").hasSizeLessThan(600);
        }
    }
}
