package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.texts.OperatorFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The acceptance examples of the player's experience, by number, on every channel in every language. Numbers 6, 11, 14, 15 and
 * 18 are about what happens around a turn and are tested where that is: {@code SecrecyTest}, {@code HandoffDeskTest}, {@code
 * IntakeTest}, {@code ReplyWindowTest}; 17 is {@code TextsTest}.
 */
class AcceptanceExamplesTest {
    private static final Map<Language, String> PAYMENTS = Map.of(
            Language.RO, "buna nu pot retrage banii",
            Language.RU, "privet, kak vyvesti dengi",
            Language.EN, "hi how do i withdraw my money");
    private static final Map<Language, String> EXCLUSION = Map.of(
            Language.RO, "vreau autoexcludere",
            Language.RU, "хочу самоисключение",
            Language.EN, "i want self exclusion");
    private static final Map<Language, String> EXCLUSION_WITH_A_TYPO = Map.of(
            Language.RO, "autoexludere",
            Language.RU, "самоисклучение",
            Language.EN, "self exlusion please");
    private static final Map<Language, String> THANKS =
            Map.of(Language.RO, "mulțumesc", Language.RU, "спасибо", Language.EN, "thanks");
    private static final Map<Language, String> PERSON =
            Map.of(Language.RO, "operator", Language.RU, "оператор", Language.EN, "agent");
    private static final CaseRecord CASE = new CaseRecord(
            new CaseNumber("C-10482"),
            new AccountId("123456"),
            CaseStatus.IN_REVIEW,
            Instant.parse("2026-10-30T14:05:00Z"));

    static Stream<Arguments> everywhere() {
        return Stream.of(Player.TELEGRAM, Player.WHATSAPP, Player.MESSENGER)
                .flatMap(channel -> Stream.of(Language.values()).map(language -> Arguments.of(channel, language)));
    }

    private static Player player(ChannelCapabilities channel, Language language) {
        Player player = new Player();
        player.capabilities = channel;
        player.hint = language;
        return player;
    }

    private static String in(Map<Language, String> words, Language language) {
        return words.getOrDefault(language, "");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n01and02aFirstQuestionIsAnsweredBeforeAnythingElse(ChannelCapabilities channel, Language language) {
        Player player = player(channel, Language.EN);
        player.says(in(PAYMENTS, language));
        assertThat(player.topics()).singleElement().asString().contains("withdrawal");
        assertThat(player.recalls(Fact.LANGUAGE)).contains(language.name());
        assertThat(player.heard().contains("вод")).isEqualTo(language == Language.RU);
        assertThat(player.buttons()).doesNotContain("lang.ro", "lang.ru", "lang.en");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n03wordsOfBothLanguagesNeverSwitch(ChannelCapabilities channel, Language language) {
        Player player = player(channel, language).says(in(PAYMENTS, language));
        for (String word : List.of("da", "ok", "👍", "C-10482", "da")) {
            player.says(word);
            assertThat(player.recalls(Fact.LANGUAGE)).as(word).contains(language.name());
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n05numbersAnswerAMenuButLongOnesAreNoChoice(ChannelCapabilities channel, Language language) {
        Player player = player(channel, language).says("/menu").says("2️⃣");
        assertThat(player.heard()).contains("C-10482");
        Player other = player(channel, language).says("/menu").says("482913");
        assertThat(other.state()).isEqualTo(ConversationState.Name.BOT);
        assertThat(other.effects(Effect.OpenTicket.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n07aSecretWhileAnAgentHasTheChatGetsTheAutomaticMessage(ChannelCapabilities channel, Language language) {
        Player player = player(channel, language).says("/menu");
        player.becomes(new ConversationState.WithAgent(new AgentId("ana")));
        player.leaks("⟦PIN⟧", false, SecretKind.PIN);
        String said = player.heard()
                + player.effects(Effect.RedactAndTell.class).stream()
                        .map(effect -> effect.otherwise().value())
                        .toList();
        assertThat(said).contains("🤖").hasSizeLessThanOrEqualTo(700);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n08wrongNumbersReadTheSameAndTheSixthAttemptIsLocked(ChannelCapabilities channel, Language language) {
        Player player = player(channel, language).knowsCase(CASE);
        player.knowsCase(new CaseRecord(
                new CaseNumber("C-20000"), new AccountId("777777"), CaseStatus.CLOSED, CASE.updatedAt()));
        List<String> heard = new ArrayList<>();
        List<List<String>> buttons = new ArrayList<>();
        for (String wrong :
                List.of("C-99999 123456", "C-10482 999999", "C-20000 123456", "C-77777 888888", "C-55555 555555")) {
            player.taps("menu.status").says(wrong);
            heard.add(player.heard());
            buttons.add(player.buttons());
        }
        assertThat(Set.copyOf(heard)).hasSize(1);
        assertThat(Set.copyOf(buttons)).hasSize(1);
        player.taps("menu.status").says("C-10482 123456");
        assertThat(player.heard()).isNotEqualTo(heard.get(0)).doesNotContain("30");
        player.after(Duration.ofMinutes(14)).taps("menu.status").says("C-10482 123456");
        assertThat(player.buttons()).as("still locked").containsExactly("menu.human");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n09aRequestForProtectionIsHeardInEveryState(ChannelCapabilities channel, Language language) {
        String words = in(EXCLUSION, language);
        assertAsksForProtection(player(channel, language).says(words));
        assertAsksForProtection(player(channel, language).says(in(EXCLUSION_WITH_A_TYPO, language)));
        assertAsksForProtection(
                player(channel, language).says(in(PERSON, language)).says(words));
        Player edited = player(channel, language);
        assertAsksForProtection(edited.says("hm").takes(List.of(edited.edit(1, words))));
        Player flooding = player(channel, language);
        IntStream.range(0, 30).forEach(i -> flooding.says("x" + i));
        assertAsksForProtection(flooding.says(words));
        flooding.becomes(new ConversationState.Closed(flooding.now)).after(Duration.ofHours(23));
        flooding.says(in(PAYMENTS, language));
        assertThat(flooding.buttons()).doesNotContain("topic.bonus", "topic.games", "rate.5");
    }

    private static void assertAsksForProtection(Player player) {
        assertThat(player.ticket()).map(Effect.OpenTicket::priority).contains(Priority.SAFETY);
        assertThat(player.buttons()).doesNotContain("menu.faq", "faq.yes", "topic.bonus");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n10theQueueSaysOnlyWhatIsKnown(ChannelCapabilities channel, Language language) {
        Player unknown = player(channel, language).says(in(PERSON, language));
        assertThat(unknown.heard()).doesNotContainPattern("\\d");
        Player known = player(channel, language);
        known.outlook = new QueueOutlook.Outlook(3, Optional.of(Duration.ofSeconds(130)), Set.of(Language.values()));
        assertThat(known.says(in(PERSON, language)).heard()).contains("3").contains("2–5");
        Player other = player(channel, language);
        Language staffed = language == Language.EN ? Language.RU : Language.EN;
        other.outlook = new QueueOutlook.Outlook(1, Optional.empty(), Set.of(staffed));
        assertThat(other.says(in(PERSON, language)).buttons())
                .containsExactly("queue.wait", "queue.lang." + staffed.code(), "queue.leave");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n12thanksDoNotReopenAClosedChatButTheButtonDoes(ChannelCapabilities channel, Language language) {
        Player player = player(channel, language).says("/menu");
        player.becomes(new ConversationState.Closed(player.now)).says(in(THANKS, language));
        assertThat(player.ticket()).isEmpty();
        assertThat(player.state()).isEqualTo(ConversationState.Name.RESOLVED);
        player.taps("end.reopen");
        assertThat(player.ticket()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n13aDigitIsARatingOnlyAsTheAnswerToItsQuestion(ChannelCapabilities channel, Language language) {
        Player asked = player(channel, language).says("/menu");
        asked.after(Duration.ofMinutes(5));
        asked.becomes(new ConversationState.Closed(asked.now))
                .remembers(RatingDialogue.asked(asked.conversation.memory(), asked.now));
        asked.after(Duration.ofMinutes(1)).says("5");
        assertThat(asked.effects(Effect.Rate.class)).containsExactly(new Effect.Rate(5));
        asked.says("5");
        assertThat(asked.effects(Effect.Rate.class)).isEmpty();
        Player unasked = player(channel, language).says("5");
        assertThat(unasked.effects(Effect.Rate.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n16quickMessagesAreOneQuestionAndAFloodGetsFewAnswers(ChannelCapabilities channel, Language language) {
        String[] words = in(PAYMENTS, language).split(" ", 3);
        Player player = player(channel, language).saysAtOnce(words);
        assertThat(player.replies()).hasSize(1);
        Player flooding = player(channel, language);
        int answers = 0;
        for (int i = 0; i < 200; i++) {
            List<ScreenedMessage> one = List.of(flooding.text("word" + i));
            answers += flooding.takes(one).replies().size();
        }
        assertThat(answers).isLessThanOrEqualTo(25);
        assertAsksForProtection(flooding.says(in(EXCLUSION, language)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void n19anUnsetContactBecomesASentence(ChannelCapabilities channel, Language language) {
        Player player = new Player(OperatorFacts.NONE);
        player.capabilities = channel;
        player.hint = language;
        for (String button : List.of("menu.contacts", "menu.back", "menu.faq", "topic.official")) {
            player.taps(button);
            assertThat(player.heard()).isNotBlank().doesNotContain("{", "}", "  ", ": .", "null");
        }
    }
}
