package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffDialogueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "om",
                "operator",
                "vreau sa vorbesc cu un om",
                "оператор",
                "позовите оператора",
                "человек",
                "hochu pogovorit s chelovekom",
                "agent",
                "I want to talk to a person",
                "talk to a human please",
                "/human",
                "Vorbește cu un om",
                "Связь с оператором"
            })
    void whoAsksForAPersonIsQueuedAtOnce(String words) {
        Player player = new Player().says(words);
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
        Effect.OpenTicket ticket = player.ticket().orElseThrow();
        assertThat(ticket.reason()).isEqualTo(HandoffReason.REQUESTED);
        assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
        assertThat(player.buttons()).containsExactly("queue.cancel");
        assertThat(player.replies().get(0).expects()).isEqualTo(Expectation.REFERENCE);
    }

    @Test
    void withoutDataNoNumberIsSaid() {
        assertThat(new Player().says("operator").heard().lines().findFirst().orElseThrow())
                .doesNotContainPattern("\\d");
    }

    @ParameterizedTest
    @CsvSource({"60,sub 2 minute", "121,2–5 minute", "300,2–5 minute", "301,5–10 minute", "1200,10–20 de minute"})
    void withDataTheWaitIsABandRoundedUp(long seconds, String band) {
        Player player = new Player();
        player.outlook =
                new QueueOutlook.Outlook(3, Optional.of(Duration.ofSeconds(seconds)), EnumSet.allOf(Language.class));
        assertThat(player.says("operator").heard()).contains("locul 3").contains(band);
    }

    @Test
    void aLongQueueOffersToLeaveAMessage() {
        Player player = new Player();
        player.outlook =
                new QueueOutlook.Outlook(30, Optional.of(Duration.ofMinutes(40)), EnumSet.allOf(Language.class));
        player.says("operator");
        assertThat(player.buttons()).containsExactly("queue.leave", "queue.cancel");
        assertThat(player.taps("queue.leave").heard()).contains("Rămâi în rând");
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
    }

    @Test
    void aLanguageThatIsNotStaffedIsSaidPlainlyWithChoices() {
        Player player = new Player();
        player.outlook = new QueueOutlook.Outlook(1, Optional.of(Duration.ofMinutes(1)), Set.of(Language.RU));
        player.says("operator");
        assertThat(player.heard()).contains("vorbește română").doesNotContainPattern("\\d");
        assertThat(player.buttons()).containsExactly("queue.wait", "queue.lang.ru", "queue.leave");
        player.taps("queue.lang.ru");
        assertThat(player.ticket().orElseThrow().language()).isEqualTo(Language.RU);
        assertThat(player.heard()).startsWith("Вы в очереди");
    }

    @Test
    void withNobodyThereNoWaitIsPromised() {
        Player player = new Player();
        player.outlook = new QueueOutlook.Outlook(1, Optional.of(Duration.ofMinutes(1)), Set.of());
        assertThat(player.says("operator").heard()).startsWith("Acum nu e conectat niciun operator");
        assertThat(player.ticket()).isPresent();
    }

    @Test
    void inTheQueueTheBotIsSilentButAnswersAboutTheQueue() {
        Player player = new Player().says("operator");
        assertThat(player.says("nu imi ajung banii din 5 noiembrie").effects).isEmpty();
        assertThat(player.sends(AttachmentKind.IMAGE, null).effects).isEmpty();
        assertThat(player.sends(AttachmentKind.VOICE, null).effects).isEmpty();
        for (String asking : List.of("cât mai durează?", "сколько ждать?", "how long?")) {
            assertThat(player.says(asking).heard()).startsWith("Încă ești în rând");
        }
        assertThat(player.says("operator!!").ticket()).isEmpty();
        assertThat(player.taps("menu.faq").buttons()).contains("topic.payments");
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Înapoi la bot", "anulează", "отмена", "cancel", "1"})
    void thePlayerLeavesTheQueueByWords(String words) {
        Player player = new Player().says("operator").says(words);
        assertThat(player.effects(Effect.CancelTicket.class)).hasSize(1);
        assertThat(player.state()).isEqualTo(ConversationState.Name.BOT);
        assertThat(player.heard())
                .containsAnyOf("Te-am scos din rând", "Вы вышли из очереди", "You have left the line");
    }

    @Test
    void whileAnAgentAnswersTheBotIsSilent() {
        Player player = new Player().says("operator").becomes(new ConversationState.WithAgent(new AgentId("ana")));
        assertThat(player.says("cum retrag banii").effects).isEmpty();
        assertThat(player.says("mersi").effects).isEmpty();
        assertThat(player.sends(AttachmentKind.VOICE, null).effects).isEmpty();
        assertThat(player.says("5").effects).isEmpty();
        assertThat(player.says("/menu").heard()).startsWith("🤖").contains("operator");
    }

    @Test
    void twoMissesInARowOfferAPersonFirst() {
        Player player = new Player().says("salut").says("qwrtz plmk vbnx");
        assertThat(player.buttons()).contains("topic.login").endsWith("menu.human");
        assertThat(player.effects(Effect.CountMiss.class)).hasSize(1);
        player.says("zxcvb tyuwq hjklr");
        assertThat(player.buttons()).startsWith("menu.human");
        player.says("da");
        assertThat(player.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.NOT_UNDERSTOOD);
    }

    @Test
    void twoAnswersThatDidNotHelpOfferAPersonFirst() {
        Player player = new Player().says("cum retrag banii").taps("faq.no:withdrawal-how");
        assertThat(player.effects(Effect.CountAnswer.class).get(0).signal())
                .isEqualTo(Effect.CountAnswer.Signal.DID_NOT_HELP);
        player.taps("faq.show:withdrawal-delayed").taps("faq.no:withdrawal-delayed");
        assertThat(player.buttons()).startsWith("menu.human");
        player.taps("menu.human");
        assertThat(player.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.NOT_HELPED);
        assertThat(player.heard()).contains("numărul tranzacției");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mi-au spart contul", "мой аккаунт взломали", "my account was hacked"})
    void fraudGoesToAPersonWithPriority(String words) {
        Player player = new Player().says(words);
        assertThat(player.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.FRAUD);
        assertThat(player.ticket().orElseThrow().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void aComplaintGoesToAPersonTheSecondTime() {
        Player player = new Player().says("vreau sa fac o reclamatie, ati calculat gresit pariul");
        assertThat(player.ticket()).isEmpty();
        player.says("repet: reclamatie!");
        assertThat(player.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.COMPLAINT);
        assertThat(player.ticket().orElseThrow().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void thanksAfterClosingDoNotReopenButTheButtonDoes() {
        Player player = closed();
        player.says("mulțumesc");
        assertThat(player.state()).isEqualTo(ConversationState.Name.RESOLVED);
        assertThat(player.heard()).isEqualTo("Cu drag.");
        player.taps("end.reopen");
        assertThat(player.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.REOPENED);
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
    }

    @Test
    void anotherQuestionAfterClosingGoesToTheBotAndReopeningStaysPossibleForADay() {
        Player player = closed().says("cum retrag banii");
        assertThat(player.state()).isEqualTo(ConversationState.Name.BOT);
        assertThat(player.topics()).containsExactly("withdrawal-how");
        assertThat(player.buttons()).contains("end.reopen");
        assertThat(player.after(Duration.ofHours(2))
                        .taps("end.reopen")
                        .ticket()
                        .orElseThrow()
                        .reason())
                .isEqualTo(HandoffReason.REOPENED);

        Player late =
                closed().says("cum retrag banii").after(Duration.ofHours(25)).taps("end.reopen");
        assertThat(late.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.REQUESTED);
    }

    @Test
    void aRatingCountsOnceAndOnlyAsAnAnswer() {
        Player player = closed();
        player.remembers(RatingDialogue.asked(player.conversation.memory(), player.now));
        player.after(Duration.ofMinutes(1)).says("5");
        assertThat(player.effects(Effect.Rate.class)).containsExactly(new Effect.Rate(5));
        assertThat(player.heard()).contains("mai bine");
        assertThat(player.says("operatorul a fost amabil cu mine").heard()).isEqualTo("Mulțumim.");
        assertThat(player.taps("rate.3").effects(Effect.Rate.class)).isEmpty();

        player.after(Duration.ofDays(8)).becomes(new ConversationState.Closed(player.now));
        player.remembers(RatingDialogue.asked(player.conversation.memory(), player.now));
        assertThat(player.after(Duration.ofMinutes(1)).says("2").effects(Effect.Rate.class))
                .containsExactly(new Effect.Rate(2));
    }

    @Test
    void aDigitWithoutARatingRequestIsNoRating() {
        assertThat(closed().says("5").effects(Effect.Rate.class)).isEmpty();
        assertThat(new Player().says("5").effects(Effect.Rate.class)).isEmpty();
        Player player = closed();
        player.remembers(RatingDialogue.asked(player.conversation.memory(), player.now));
        player.after(Duration.ofMinutes(1))
                .says("cum retrag banii")
                .after(Duration.ofMinutes(1))
                .says("5");
        assertThat(player.effects(Effect.Rate.class)).isEmpty();
        assertThat(player.taps("rate.4").effects(Effect.Rate.class)).containsExactly(new Effect.Rate(4));
    }

    @Test
    void aRatingIsNotAskedTwiceInAWeek() {
        ConversationMemory memory = RatingDialogue.asked(ConversationMemory.EMPTY, Player.START);
        assertThat(RatingDialogue.mayAsk(
                        memory,
                        md.portar.core.handoff.EpisodeOutcome.SOLVED,
                        Priority.NORMAL,
                        Player.START.plus(Duration.ofDays(6))))
                .isFalse();
        assertThat(RatingDialogue.mayAsk(
                        memory,
                        md.portar.core.handoff.EpisodeOutcome.SOLVED,
                        Priority.NORMAL,
                        Player.START.plus(Duration.ofDays(8))))
                .isTrue();
        assertThat(RatingDialogue.mayAsk(
                        ConversationMemory.EMPTY,
                        md.portar.core.handoff.EpisodeOutcome.SPAM,
                        Priority.NORMAL,
                        Player.START))
                .isFalse();
    }

    private static Player closed() {
        Player player = new Player().says("operator");
        return player.after(Duration.ofMinutes(5)).becomes(new ConversationState.Closed(player.now));
    }
}
