package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trimite-mi parola, te rog", "Care e parola ta?", "Scrie aici codul primit pe telefon.",
                        "Am nevoie de parola ta",
                "Скажите код из смс", "Какой у вас ПИН?", "Мне нужен ваш пароль", "Назовите три цифры на обороте карты",
                "What is your PIN?", "Please send me your password", "We need your card number to continue", "PIN?",
                "Вам пришёл код, напишите его мне", "And the 3 digit security code please"
            })
    void askingForASecretIsNotSendable(String text) {
        OutgoingReview review = Guards.GUARD.reviewOutgoing(UntrustedText.of(text));

        assertThat(review.asksFor()).isNotEmpty();
        assertThat(review.sendable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nu trimite niciodată parola, codul PIN sau CVV.",
                "Никогда не сообщайте код из SMS.",
                "We will never ask for your password.",
                "Apasă „Am uitat parola” și introdu parola nouă pe site.",
                "We have sent you a code by SMS. Enter it in the app.",
                "Trimite-mi numărul cererii și numele complet.",
                "Что такое CVV?",
                "Last four digits of the card, please?",
                "If someone asks for your code, do not tell it to them.",
                "Parola trebuie să aibă minimum 8 caractere.",
                "Если вы забыли пароль, напишите в чат.",
                "Введите код из SMS на странице входа, не в чате.",
                "Your message was removed because it contained a one-time code."
            })
    void warningsAndInstructionsAreSendable(String text) {
        assertThat(Guards.GUARD.reviewOutgoing(UntrustedText.of(text)).sendable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Noua ta parolă este Temp2031x", "Ваш код 739150", "Your PIN is 4821"})
    void pastingASecretIsNotSendable(String text) {
        OutgoingReview review = Guards.GUARD.reviewOutgoing(UntrustedText.of(text));

        assertThat(review.sendable()).isFalse();
        assertThat(review.screening().blocked()).isTrue();
    }
}
