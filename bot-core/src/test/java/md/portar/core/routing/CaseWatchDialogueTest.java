package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.Effect;
import md.portar.core.settings.Secret;
import md.portar.core.texts.OperatorFacts;
import org.junit.jupiter.api.Test;

class CaseWatchDialogueTest {
    private static final CaseNumber NUMBER = new CaseNumber("C-10482");
    private static final AccountId OWNER = new AccountId("123456");
    private static final CaseRecord CASE =
            new CaseRecord(NUMBER, OWNER, CaseStatus.IN_REVIEW, Instant.parse("2026-10-30T14:05:00Z"));
    private static final CaseLink LINKS = new CaseLink(Secret.of("a secret of sixteen or more"));
    private static final String NOTIFY = "case.notify:C-10482";

    private final Player player = linked().knowsCase(CASE);

    private static Player linked() {
        PlayerSettings standard = PlayerSettings.standard();
        return new Player(
                OperatorFacts.NONE,
                new PlayerSettings(
                        standard.defaultLanguage(),
                        standard.caseExample(),
                        standard.limits(),
                        standard.caseBinding(),
                        standard.startLinks(),
                        standard.hours(),
                        LINKS));
    }

    @Test
    void theCardOffersToTellOfChanges() {
        player.taps("menu.status").says("C-10482 123456");
        assertThat(player.buttons()).startsWith(NOTIFY);
        player.taps(NOTIFY);
        assertThat(player.effects(Effect.WatchCase.class))
                .containsExactly(new Effect.WatchCase(NUMBER, OWNER, CaseStatus.IN_REVIEW));
        assertThat(player.heard()).isEqualTo("Îți scriu aici când se schimbă starea.");
    }

    @Test
    void whereTheWindowClosesThatIsSaid() {
        player.capabilities = Player.WHATSAPP;
        player.taps("menu.status").says("C-10482 123456").taps(NOTIFY);
        assertThat(player.heard()).contains("24 de ore");
    }

    @Test
    void nobodyWatchesACaseThatHeHasNotProvedToBeHis() {
        player.taps(NOTIFY);
        assertThat(player.effects(Effect.WatchCase.class)).isEmpty();
        assertThat(player.heard()).contains("ID-ul tău de cont");

        player.says("C-10482 123456").after(Duration.ofMinutes(31)).taps(NOTIFY);
        assertThat(player.effects(Effect.WatchCase.class)).isEmpty();
        assertThat(player.heard()).contains("ID-ul tău de cont");
    }

    @Test
    void aForgedButtonForSomebodyElsesCaseTellsNothing() {
        player.knowsCase(new CaseRecord(
                new CaseNumber("C-10999"), new AccountId("999999"), CaseStatus.RECEIVED, CASE.updatedAt()));
        player.taps("menu.status").says("C-10482 123456");
        player.taps("case.notify:C-10999");
        String foreign = player.heard();
        assertThat(player.effects(Effect.WatchCase.class)).isEmpty();
        player.taps("case.notify:C-55555");
        assertThat(player.heard()).isEqualTo(foreign);
    }

    @Test
    void aClosedCaseIsNotWatched() {
        player.knowsCase(new CaseRecord(NUMBER, OWNER, CaseStatus.CLOSED, CASE.updatedAt()));
        player.taps("menu.status").says("C-10482 123456");
        assertThat(player.buttons()).doesNotContain(NOTIFY);
    }

    @Test
    void stopEndsTheWatching() {
        player.says("stop");
        assertThat(player.effects(Effect.ForgetWatches.class)).hasSize(1);
    }

    @Test
    void aSignedLinkShowsTheCardWithoutQuestions() {
        String parameter = LINKS.parameter(NUMBER, OWNER, player.now.plus(Duration.ofDays(1)));
        player.says("/start " + parameter);
        assertThat(player.heard()).contains("C-10482").contains("în lucru");

        Player messenger = linked().knowsCase(CASE);
        messenger.taps(parameter);
        assertThat(messenger.heard()).contains("C-10482");

        Player whatsApp = linked().knowsCase(CASE);
        whatsApp.says("start " + parameter);
        assertThat(whatsApp.heard()).contains("C-10482");
    }

    @Test
    void aForgedOrExpiredLinkLeadsToTheUsualQuestion() {
        String expired = LINKS.parameter(NUMBER, OWNER, player.now.minus(Duration.ofHours(2)));
        player.says("/start " + expired);
        assertThat(player.heard()).contains("ID-ul tău de cont").doesNotContain("în lucru");

        String other = new CaseLink(Secret.of("the secret of somebody else"))
                .parameter(NUMBER, OWNER, player.now.plus(Duration.ofDays(1)));
        player.says("/start " + other);
        assertThat(player.heard()).contains("ID-ul tău de cont").doesNotContain("în lucru");
    }
}
