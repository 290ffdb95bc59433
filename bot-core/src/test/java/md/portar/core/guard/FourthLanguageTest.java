package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adding a language is adding its two files and its name: shown with Ukrainian, whose files are only here. */
class FourthLanguageTest {
    private static final SecretGuard GUARD = SecretGuard.with(Rules.of(List.of("ro", "ru", "en", "uk")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "мій пароль сонечко",
                "пароль це Kalyna_7 не підходить",
                "мій пін 4821",
                "пін чотири вісім два один",
                "код із смс 739150",
                "код на звороті 583",
                "pin kod 4821",
                "змініть пароль на Vesna.31"
            })
    void secretsAreFound(String text) {
        assertThat(GUARD.screen(UntrustedText.of(text)).blocked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "пароль не підходить",
                "забув пароль",
                "пін заблокований після 3 спроб",
                "код не приходить 20 хвилин",
                "звернення 483920 пароль",
                "промокод 7777",
                "пароль неправильний"
            })
    void theRestPasses(String text) {
        assertThat(GUARD.screen(UntrustedText.of(text)).blocked()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parola mea e florin22", "мой пин 4821", "sms code 739150"})
    void theOtherLanguagesStillWork(String text) {
        assertThat(GUARD.screen(UntrustedText.of(text)).blocked()).isTrue();
    }
}
