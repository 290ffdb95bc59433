package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.guard.SecretKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretNoticeTest {
    @ParameterizedTest
    @EnumSource(SecretKind.class)
    void eachKindIsExplainedInEachLanguageWithinTheLimit(SecretKind kind) {
        for (String language : List.of("lang.ro", "lang.ru", "lang.en")) {
            for (boolean whole : List.of(true, false)) {
                Player player = new Player().taps(language).leaks("⟦" + kind + "⟧", whole, kind);
                Effect.RedactAndTell notice =
                        player.effects(Effect.RedactAndTell.class).get(0);
                assertThat(notice.ifDeleted().value())
                        .startsWith("🔒")
                        .hasSizeLessThanOrEqualTo(600)
                        .doesNotContain("{");
                assertThat(notice.otherwise().value())
                        .hasSizeLessThanOrEqualTo(600)
                        .isNotEqualTo(notice.ifDeleted().value());
                assertThat(notice.choices()).extracting("id").containsExactly("secret.not");
            }
        }
    }

    @Test
    void severalKindsStillFit() {
        for (String language : List.of("lang.ro", "lang.ru", "lang.en")) {
            Player player = new Player().taps(language).leaks("⟦CVV⟧ ⟦OTP⟧ ⟦PASSWORD⟧", true, SecretKind.values());
            assertThat(player.effects(Effect.RedactAndTell.class)
                            .get(0)
                            .otherwise()
                            .value())
                    .hasSizeLessThanOrEqualTo(600);
        }
    }

    @Test
    void deletedIsSaidOnlyWhereItVanishesFromThePlayersScreen() {
        Player telegram = new Player().leaks("⟦PIN⟧", false, SecretKind.PIN);
        assertThat(telegram.effects(Effect.RedactAndTell.class)
                        .get(0)
                        .ifDeleted()
                        .value())
                .contains("Am șters mesajul");

        Player whatsapp = new Player();
        whatsapp.capabilities = Player.WHATSAPP;
        whatsapp.leaks("⟦PIN⟧", false, SecretKind.PIN);
        assertThat(whatsapp.effects(Effect.RedactAndTell.class)
                        .get(0)
                        .ifDeleted()
                        .value())
                .doesNotContain("Am șters")
                .contains("ștergi mesajul");

        Player messenger = new Player();
        messenger.capabilities = Player.MESSENGER;
        messenger.leaks("⟦PIN⟧", false, SecretKind.PIN);
        assertThat(messenger.effects(Effect.RedactAndTell.class)).isEmpty();
        assertThat(messenger.heard()).contains("ștergi mesajul");
    }

    @Test
    void aSecondOneWithinTenMinutesIsToldBriefly() {
        Player player = new Player().leaks("⟦CVV⟧", false, SecretKind.CVV);
        player.after(Duration.ofMinutes(5)).leaks("⟦CVV⟧", false, SecretKind.CVV);
        assertThat(notice(player)).startsWith("🔒 Am eliminat din nou codul CVV");
        player.after(Duration.ofMinutes(11)).leaks("⟦CVV⟧", false, SecretKind.CVV);
        assertThat(notice(player)).contains("Mesajul tău conținea");
    }

    @Test
    void theRestOfTheMessageIsAnsweredWhenItIsAQuestion() {
        Player player = new Player().says("salut").leaks("parola mea e ⟦PASSWORD⟧", false, SecretKind.PASSWORD);
        assertThat(player.replies()).isEmpty();
        player.after(Duration.ofMinutes(20))
                .leaks("parola mea e ⟦PASSWORD⟧ si nu imi ajunge depunerea pe sold", false, SecretKind.PASSWORD);
        assertThat(player.topics()).containsExactly("deposit-missing");
    }

    @Test
    void theFirstMessageIsGuardedFirstAndGreetedAfterwards() {
        Player player = new Player().leaks("⟦PASSWORD⟧", true, SecretKind.PASSWORD);
        assertThat(player.effects.get(0)).isInstanceOf(Effect.RedactAndTell.class);
    }

    @Test
    void whileAnAgentHasTheChatTheNoticeIsSignedAsAutomatic() {
        Player player = new Player()
                .says("operator")
                .becomes(new ConversationState.WithAgent(new AgentId("ana")))
                .leaks("codul e ⟦OTP⟧", false, SecretKind.OTP);
        assertThat(notice(player)).startsWith("🤖 Mesaj automat.");
        assertThat(player.effects).hasSize(1);
    }

    @Test
    void inTheQueueTheNoticeComesToo() {
        Player player = new Player().says("operator").leaks("codul e ⟦OTP⟧", false, SecretKind.OTP);
        assertThat(notice(player)).contains("cod de autentificare");
    }

    @Test
    void everyLeakOfABatchIsRedacted() {
        Player player = new Player();
        player.leaks("⟦PIN⟧", false, SecretKind.PIN);
        assertThat(player.effects(Effect.RedactAndTell.class)).hasSize(1);
    }

    @Test
    void theButtonTellsHowToWriteItAndOffersNoWayToSendItAnyway() {
        Player player = new Player().leaks("⟦PIN⟧", false, SecretKind.PIN).taps("secret.not");
        assertThat(player.heard()).contains("ID cont 123456");
        assertThat(player.buttons()).containsExactly("menu.human");
    }

    @Test
    void whoLeaksFastIsToldEveryTenSecondsAndEveryMessageIsRemoved() {
        Player player = new Player();
        int told = 0;
        int removed = 0;
        for (int i = 0; i < 300; i++) {
            player.after(Duration.ofMillis(200)).leaks("⟦CVV⟧", false, SecretKind.CVV);
            int notices = player.effects(Effect.RedactAndTell.class).size();
            told += notices;
            removed += notices + player.effects(Effect.Redact.class).size();
        }
        assertThat(removed).isEqualTo(300);
        assertThat(told).isBetween(20, 20 + 7);
    }

    @Test
    void aSecondSecretOfSomebodyCalmIsToldAtOnce() {
        Player player = new Player().leaks("⟦CVV⟧", false, SecretKind.CVV);
        player.after(Duration.ofSeconds(3)).leaks("⟦PIN⟧", false, SecretKind.PIN);
        assertThat(notice(player)).startsWith("🔒 Am eliminat din nou un cod PIN");
    }

    private static String notice(Player player) {
        return player.effects(Effect.RedactAndTell.class).get(0).ifDeleted().value();
    }
}
