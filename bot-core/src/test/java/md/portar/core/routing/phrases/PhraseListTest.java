package md.portar.core.routing.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseListTest {
    private static final PhraseList GATHERING = PhraseList.of(List.of(
            "@close = =close закройте închideți", "@account = account аккаунт cont", "&4 @close @account !card*"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close my account",
                "my account, close it",
                "закройте аккаунт",
                "zakrojte akkaunt",
                "akaunt zakroyte",
                "Inchideti va rog cont"
            })
    void aGatheringHoldsInAnyOrderAndSpelling(String words) {
        assertThat(GATHERING.occursIn(FoldedText.of(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close it",
                "account",
                "close the window and then tell me about the account",
                "close the account of my cards"
            })
    void aGatheringNeedsAllItsWordsNearEachOtherAndNoneThatIsExcluded(String words) {
        assertThat(GATHERING.occursIn(FoldedText.of(words))).isFalse();
    }

    @Test
    void oneWordDoesNotFillTwoPlaces() {
        PhraseList twice = PhraseList.of(List.of("& play|stop stop"));
        assertThat(twice.occursIn(FoldedText.of("stop"))).isFalse();
        assertThat(twice.occursIn(FoldedText.of("stop stop"))).isTrue();
    }

    @Test
    void aGatheringInsideAnIdiomDoesNotCount() {
        PhraseList idioms = PhraseList.of(List.of("close account window"));
        PhraseList list = PhraseList.of(List.of("& close account"));
        assertThat(list.occursOutside(idioms, FoldedText.of("close account window")))
                .isFalse();
        assertThat(list.occursOutside(idioms, FoldedText.of("close account"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i am 16yo", "am 17ani", "мне 15лет"})
    void anAgeMayBeWrittenTogetherWithItsUnit(String words) {
        assertThat(PhraseList.of(List.of("<18y")).occursIn(FoldedText.of(words)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i am 18yo", "16min", "4to", "167"})
    void otherNumbersAreNoMinorsAge(String words) {
        assertThat(PhraseList.of(List.of("<18y")).occursIn(FoldedText.of(words)))
                .isFalse();
    }

    @Test
    void aMistakenListIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseList.of(List.of("@nowhere else")));
        assertThatIllegalArgumentException().isThrownBy(() -> PhraseList.of(List.of("& ")));
    }
}
