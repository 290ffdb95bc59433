package md.portar.core.guard;

import static md.portar.core.guard.Guards.afterBot;
import static md.portar.core.guard.Guards.hear;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void anAnnouncedValueIsStopped() {
        ConversationContext announced =
                hear(ConversationContext.empty(), "pinul meu e").after();

        assertThat(hear(announced, "4821").kinds()).containsExactly(SecretKind.PIN);
        assertThat(hear(announced, "ok").blocked()).isFalse();
        assertThat(hear(announced, "am depus 4821 lei").blocked()).isFalse();
    }

    @Test
    void anAnnouncedPasswordMayBeAWord() {
        ConversationContext announced =
                hear(ConversationContext.empty(), "мой пароль это").after();

        assertThat(hear(announced, "солнышко").kinds()).containsExactly(SecretKind.PASSWORD);
        assertThat(hear(announced, "спасибо").blocked()).isFalse();
    }

    @Test
    void whatTheBotWarnedOfIsStopped() {
        assertThat(hear(afterBot("Never send your CVV."), "123").kinds()).containsExactly(SecretKind.CVV);
    }

    @Test
    void theLastQuestionWins() {
        ConversationContext asked = hear(ConversationContext.empty(), "parola nu merge")
                .after()
                .afterOutgoing(CatalogueText.of("Care e numărul cererii?"), Expectation.REFERENCE, Instant.EPOCH);

        assertThat(hear(asked, "483920").blocked()).isFalse();
        assertThat(hear(asked, "parola e florin22").blocked()).isTrue();
    }

    @Test
    void theQuestionIsReadFromTheWordsToo() {
        assertThat(hear(afterBot("Which case number do you have?"), "483920").blocked())
                .isFalse();
        assertThat(hear(afterBot("Какой у вас номер обращения?"), "483920").blocked())
                .isFalse();
    }

    @Test
    void aSecretThatIsNotWantedIsNoQuestion() {
        ConversationContext trouble =
                hear(ConversationContext.empty(), "parola nu merge").after();
        assertThat(hear(asks(trouble, "Spune-mi loginul, fără parolă."), "vasile_1987")
                        .blocked())
                .isFalse();
        assertThat(hear(asks(trouble, "Nu ne trimite parola."), "vasile_1987").kinds())
                .containsExactly(SecretKind.PASSWORD);
    }

    private static ConversationContext asks(ConversationContext before, String words) {
        return before.afterOutgoing(CatalogueText.of(words), Expectation.NONE, Instant.EPOCH);
    }

    @Test
    void aCardInPartsNamesTheEarlierTurns() {
        SecretGuard guard = Guards.GUARD;
        Instant at = Instant.EPOCH;
        ConversationContext context = ConversationContext.empty();
        String[] parts = {"4111", "1111 11", "11 1111"};
        Screening last = null;
        for (int i = 0; i < parts.length; i++) {
            last = guard.screen(UntrustedText.of(parts[i]), context, new TurnId("turn-" + i), at);
            context = last.after();
        }

        assertThat(last).isNotNull();
        assertThat(last.kinds()).containsExactly(SecretKind.CARD_NUMBER);
        assertThat(last.earlier()).containsExactly(new TurnId("turn-0"), new TurnId("turn-1"));
        assertThat(guard.screen(UntrustedText.of("4111"), context, new TurnId("later"), at)
                        .earlier())
                .isEmpty();
    }

    @Test
    void theContextIsForgottenAfterTenMinutesOrSixTurns() {
        ConversationContext announced =
                hear(ConversationContext.empty(), "my pin is").after();
        Instant later = Instant.EPOCH.plus(Duration.ofMinutes(11));

        assertThat(Guards.GUARD
                        .screen(UntrustedText.of("4821"), announced, new TurnId("t"), later)
                        .blocked())
                .isFalse();
        ConversationContext context = announced;
        for (int i = 0; i < ConversationContext.TURNS; i++) {
            context = hear(context, "ok").after();
        }
        assertThat(hear(context, "4821").blocked()).isFalse();
    }

    @Test
    void numbersTheAgentWroteAreNoSecret() {
        ConversationContext told = afterBot("Your withdrawal 660921 went to the card.");

        assertThat(hear(told, "but code 660921 is what").blocked()).isFalse();
    }

    @Test
    void theContextPrintsNothing() {
        assertThat(hear(ConversationContext.empty(), "4111 1111").after()).hasToString("ConversationContext[…]");
    }

    @Test
    void aValueNamedAfterwardsNamesTheTurnBefore() {
        ConversationContext sent = Guards.GUARD
                .screen(UntrustedText.of("4821"), ConversationContext.empty(), new TurnId("first"), Instant.EPOCH)
                .after();

        Screening naming = hear(sent, "asta e pinul meu");

        assertThat(naming.kinds()).containsExactly(SecretKind.PIN);
        assertThat(naming.earlier()).containsExactly(new TurnId("first"));
        assertThat(hear(sent, "asta nu e pinul meu").blocked()).isFalse();
        assertThat(hear(sent, "asta e numarul biletului").blocked()).isFalse();
        assertThat(hear(hear(sent, "ok").after(), "asta e pinul meu").earlier()).isEmpty();
    }

    @Test
    void aWordNamedAfterwardsIsAPassword() {
        ConversationContext sent = Guards.GUARD
                .screen(UntrustedText.of("солнышко"), ConversationContext.empty(), new TurnId("first"), Instant.EPOCH)
                .after();

        assertThat(hear(sent, "это мой пароль").earlier()).containsExactly(new TurnId("first"));
    }

    @Test
    void aCodeDigitByDigitIsStoppedWhenItIsOne() {
        SecretGuard guard = Guards.GUARD;
        ConversationContext context =
                hear(ConversationContext.empty(), "acum va scriu pinul").after();
        Screening last = null;
        String[] digits = {"4", "8", "2", "1"};
        for (int i = 0; i < digits.length; i++) {
            last = guard.screen(UntrustedText.of(digits[i]), context, new TurnId("turn-" + i), Instant.EPOCH);
            context = last.after();
        }

        assertThat(last).isNotNull();
        assertThat(last.kinds()).containsExactly(SecretKind.PIN);
        assertThat(last.earlier())
                .containsExactlyInAnyOrder(new TurnId("turn-0"), new TurnId("turn-1"), new TurnId("turn-2"));
    }

    @Test
    void whatTheBotSpokeOfLastIsTheTopic() {
        ConversationContext promo = hear(ConversationContext.empty(), "ce cod trebuie?")
                .after()
                .afterOutgoing(
                        CatalogueText.of("Introduceti codul promotional primit pe e-mail."),
                        Expectation.NONE,
                        Instant.EPOCH);

        assertThat(hear(promo, "IARNA25").blocked()).isFalse();
    }

    @Test
    void aMessageThatCameAnnouncesItsCode() {
        ConversationContext came =
                hear(ConversationContext.empty(), "мне смс пришло").after();

        assertThat(hear(hear(came, "там цифры").after(), "семь семь ноль четыре")
                        .kinds())
                .containsExactly(SecretKind.OTP);
    }

    @Test
    void theNoticeOfAStoppedSecretExpectsNothingNew() {
        CatalogueText notice = CatalogueText.of("We never ask for your password, login codes, CVV or PIN.");
        ConversationContext told =
                ConversationContext.empty().afterOutgoing(notice, Expectation.UNCHANGED, Instant.EPOCH);
        ConversationContext asked =
                afterBot("Which case number do you have?").afterOutgoing(notice, Expectation.UNCHANGED, Instant.EPOCH);
        ConversationContext announced = hear(ConversationContext.empty(), "my pin is")
                .after()
                .afterOutgoing(notice, Expectation.UNCHANGED, Instant.EPOCH);

        assertThat(hear(told, "317").blocked()).isFalse();
        assertThat(hear(asked, "483920").blocked()).isFalse();
        assertThat(hear(announced, "4821").kinds()).containsExactly(SecretKind.PIN);
    }

    @Test
    void aGuessIsNoReasonForTheNextOne() {
        ConversationContext context = afterBot("Never send your CVV.");
        int stopped = 0;
        for (int number = 100; number < 200; number++) {
            Screening heard = hear(context, "hurry up, number " + number);
            stopped += heard.blocked() ? 1 : 0;
            context = heard.after();
        }

        assertThat(stopped).isBetween(1, ConversationContext.TURNS);
        assertThat(hear(context, "cvv 317").kinds()).containsExactly(SecretKind.CVV);
    }
}
