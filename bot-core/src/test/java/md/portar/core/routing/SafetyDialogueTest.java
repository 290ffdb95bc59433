package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.texts.OperatorFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyDialogueTest {
    private static final OperatorFacts CONFIGURED = configured();

    private static OperatorFacts configured() {
        Map<OperatorFacts.Fact, String> values = new EnumMap<>(OperatorFacts.Fact.class);
        values.put(OperatorFacts.Fact.SAFETY_URL, "https://example.org/limits");
        values.put(OperatorFacts.Fact.SAFETY_EMAIL, "care@example.org");
        values.put(OperatorFacts.Fact.HELPLINE, "+373 600 00 001");
        return new OperatorFacts(values, false, Duration.ofHours(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vreau autoexcludere",
                "vreau autoexludere",
                "заблокируйте меня",
                "I want to self exclude",
                "zakroite akkaunt",
                "/safety",
                "Joc responsabil"
            })
    void aSafetyPhraseGoesStraightToAPersonAheadOfEverything(String words) {
        Player player = new Player().says(words);
        assertSafetyTicket(player);
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
    }

    @Test
    void theButtonDoesTheSame() {
        assertSafetyTicket(new Player().taps("menu.safety"));
        assertSafetyTicket(new Player().taps("topic.limits"));
    }

    @Test
    void inTheQueueItRisesAndIsNotOpenedTwice() {
        Player player = new Player().says("operator").says("vreau autoexcludere");
        assertSafetyTicket(player);
        player.says("blocati-ma odata");
        assertThat(player.effects).isEmpty();
    }

    @Test
    void thoseOnCallAreToldOfTheConcernAndAgainWhenItTurnsToDistress() {
        Player player = new Player().says("vreau autoexcludere");
        assertThat(player.effects(Effect.NotifyOnCall.class))
                .extracting(Effect.NotifyOnCall::concern)
                .containsExactly(SafetyConcern.SELF_EXCLUSION);
        player.says("blocati-ma odata");
        assertThat(player.effects(Effect.NotifyOnCall.class)).isEmpty();
        player.says("nu mai vreau sa traiesc");
        assertThat(player.effects(Effect.NotifyOnCall.class))
                .extracting(Effect.NotifyOnCall::concern)
                .containsExactly(SafetyConcern.DISTRESS);
        assertThat(player.effects(Effect.OpenTicket.class)).isEmpty();
        assertThat(assigned().says("мне 16 лет").effects(Effect.NotifyOnCall.class))
                .extracting(Effect.NotifyOnCall::concern)
                .containsExactly(SafetyConcern.MINOR);
        assertThat(new Player().says("operator").effects(Effect.NotifyOnCall.class))
                .isEmpty();
    }

    @Test
    void whileAnAgentHasTheChatTheEpisodeRisesAndThePersonGoesOn() {
        Player player = assigned().says("vreau autoexcludere");
        assertSafetyTicket(player);
        assertThat(player.state()).isEqualTo(ConversationState.Name.ASSIGNED);
        assertThat(player.heard()).isEmpty();
    }

    @Test
    void afterClosingItOpensAgain() {
        Player player =
                new Player().becomes(new ConversationState.Closed(Player.START)).says("am pierdut tot");
        assertSafetyTicket(player);
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
    }

    @Test
    void itIsHeardWhileTheBotIsSilentDuringFloodInLateMessagesAndInEdits() {
        Player silent = new Player();
        silent.remembers(ConversationMemory.EMPTY.with(
                Fact.SILENT_UNTIL, Player.START.plusSeconds(600).toString()));
        assertSafetyTicket(silent.says("vreau autoexcludere"));

        Player flooding = new Player();
        for (int i = 0; i < 200; i++) {
            flooding.says("salut " + i);
        }
        assertSafetyTicket(flooding.says("vreau autoexcludere"));

        Player late = new Player();
        assertSafetyTicket(late.takes(List.of(late.sentAt("vreau autoexcludere", Player.START.minusSeconds(200_000)))));

        Player editing = new Player().says("salut");
        assertSafetyTicket(editing.takes(List.of(editing.edit(1, "vreau autoexcludere"))));
    }

    @Test
    void aPhraseTornOverABurstIsHeard() {
        assertSafetyTicket(new Player().saysAtOnce("nu mai", "vreau sa", "traiesc"));
    }

    @Test
    void nobodyIsPersuaded() {
        for (String words : List.of("vreau autoexcludere", "закройте аккаунт", "close my account")) {
            Player player = new Player().says(words);
            assertThat(player.heard())
                    .doesNotContainPattern("(?iu)sigur|bonus|promo|уверены|бонус|are you sure|come back|\\?")
                    .doesNotContain("locul", "место", "Place");
            assertThat(player.buttons()).isEmpty();
        }
    }

    @Test
    void theAccountIsAskedOnceAsOptional() {
        Player player = new Player().says("vreau autoexcludere");
        assertThat(player.heard()).contains("Nu e obligatoriu");
        assertThat(player.replies().get(0).expects()).isEqualTo(Expectation.REFERENCE);
        player.says("123456");
        assertThat(player.effects(Effect.Reply.class)).isEmpty();
    }

    @Test
    void nothingIsCalledDoneAndOnlyConfiguredWaysAreNamed() {
        String plain = new Player().says("vreau autoexcludere").heard();
        assertThat(plain).doesNotContain("{").doesNotContain("http").doesNotContainPattern("(?i)blocat|închis|exclus");
        String configured = new Player(CONFIGURED).says("vreau autoexcludere").heard();
        assertThat(configured)
                .contains("12 h", "https://example.org/limits", "care@example.org", "+373 600 00 001")
                .doesNotContain("gratuit")
                .hasSizeLessThanOrEqualTo(600);
    }

    @Test
    void dangerToLifeNamesTheEmergencyNumberFirst() {
        for (String words : List.of("nu mai vreau sa traiesc", "не хочу жить", "I want to die")) {
            assertThat(new Player(CONFIGURED)
                            .says(words)
                            .replies()
                            .get(0)
                            .text()
                            .value()
                            .lines()
                            .findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("112"));
        }
        assertThat(assigned().says("vreau sa mor").heard()).contains("112").startsWith("🤖");
        Player waiting = new Player().says("vreau autoexcludere").says("vreau sa mor");
        assertThat(waiting.heard()).contains("112");
    }

    @Test
    void aMinorIsFlaggedAndTheAccountIsNotDiscussed() {
        Player player = new Player(CONFIGURED).says("am 16 ani");
        assertThat(player.ticketTopic()).contains("MINOR");
        assertThat(player.heard()).doesNotContain("https://example.org/limits");
    }

    @Test
    void outOfHoursItIsAcceptedAllTheSame() {
        Player player = new Player();
        player.outlook = new QueueOutlook.Outlook(1, Optional.empty(), Set.of());
        assertSafetyTicket(player.says("vreau autoexcludere"));
        assertThat(player.heard()).startsWith("Am înțeles.");
    }

    @Test
    void forADayThereIsNothingAboutGamesAndBonuses() {
        Player player = new Player().says("vreau autoexcludere");
        player.becomes(new ConversationState.WithBot())
                .after(Duration.ofHours(2))
                .says("ce bonusuri aveti");
        assertThat(player.topics()).isEmpty();
        assertThat(player.heard()).isEqualTo("Cu asta te ajută un om din echipa noastră.");
        assertThat(player.taps("menu.back").buttons()).doesNotContain("menu.faq", "topic.bonus", "topic.games");
        assertThat(player.taps("faq.show:bonus-info").topics()).isEmpty();
        player.after(Duration.ofHours(23)).says("ce bonusuri aveti");
        assertThat(player.topics()).containsExactly("bonus-info");
    }

    @Test
    void noRatingIsAskedAfterwards() {
        Instant now = Player.START;
        ConversationMemory memory =
                new Player().says("vreau autoexcludere").conversation.memory();
        assertThat(RatingDialogue.mayAsk(memory, EpisodeOutcome.SOLVED, Priority.NORMAL, now))
                .isFalse();
        assertThat(RatingDialogue.mayAsk(ConversationMemory.EMPTY, EpisodeOutcome.SOLVED, Priority.SAFETY, now))
                .isFalse();
    }

    @Test
    void anIdiomIsAnOrdinaryQuestion() {
        Player player = new Player().says("blocati cardul va rog");
        assertThat(player.ticket()).isEmpty();
        assertThat(player.buttons()).contains("menu.human");
    }

    private static Player assigned() {
        return new Player().says("operator").becomes(new ConversationState.WithAgent(new AgentId("ana")));
    }

    private static void assertSafetyTicket(Player player) {
        Effect.OpenTicket ticket = player.ticket().orElseThrow();
        assertThat(ticket.reason()).isEqualTo(HandoffReason.SAFETY);
        assertThat(ticket.priority()).isEqualTo(Priority.SAFETY);
    }
}
