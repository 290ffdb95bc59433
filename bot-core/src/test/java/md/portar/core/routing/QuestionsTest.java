package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.guard.Expectation;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"da", "ok", "👍", "123", "Test User", "C-10482"})
    void wordsOfNoLanguageNeverSwitchIt(String words) {
        Player player = new Player().says("как вывести деньги").says(words).says(words);
        assertThat(player.recalls(Fact.LANGUAGE)).contains("RU");
    }

    @Test
    void theLanguageSwitchesAfterTwoMessagesInARow() {
        Player player = new Player().says("cum retrag banii de pe cont");
        player.says("how do I verify my identity and documents");
        assertThat(player.recalls(Fact.LANGUAGE)).contains("RO");
        player.says("where do I see the wagering conditions of my bonus");
        assertThat(player.recalls(Fact.LANGUAGE)).contains("EN");
    }

    @ParameterizedTest
    @CsvSource({
        "по-русски пожалуйста,RU",
        "in romana va rog,RO",
        "english please,EN",
        "русский,RU",
        "Română,RO",
        "English,EN"
    })
    void anExplicitRequestSwitchesAtOnce(String words, Language language) {
        Player player =
                new Player().says("cum retrag banii").says("как вывести деньги").says(words);
        assertThat(player.recalls(Fact.LANGUAGE)).contains(language.name());
        assertThat(player.recalls(Fact.LANGUAGE_SOURCE)).contains("EXPLICIT");
        assertThat(player.heard()).containsAnyOf("română", "русский", "English");
    }

    @Test
    void inflectedFormsGiveTheSameAnswer() {
        for (String words : List.of("retragerea", "retragera", "retragere")) {
            Player player = new Player().says(words);
            assertThat(player.topics().toString() + player.buttons()).contains("withdrawal-");
        }
    }

    @Test
    void anUnclearWordIsAskedBackWithAtMostThreeTopicsAndSomethingElse() {
        Player player = new Player().says("salut").says("bonsu");
        if (player.topics().isEmpty()) {
            assertThat(player.buttons()).contains("dym.none");
            assertThat(player.buttons().stream().filter(id -> id.startsWith("faq.show:")))
                    .hasSizeBetween(1, 3);
        } else {
            assertThat(player.topics()).containsExactly("bonus-info");
        }
    }

    @Test
    void anAnswerOffersFeedbackAndAPersonAndIsCounted() {
        Player player = new Player().says("cum retrag banii");
        assertThat(player.replies().get(0).choices())
                .extracting("id")
                .containsExactlyInAnyOrder("faq.yes:withdrawal-how", "faq.no:withdrawal-how", "menu.human");
        assertThat(player.replies().get(0).expects()).isEqualTo(Expectation.CHOICE);
        assertThat(player.effects(Effect.CountAnswer.class).get(0).signal())
                .isEqualTo(Effect.CountAnswer.Signal.ANSWERED);
        player.taps("faq.yes:withdrawal-how");
        assertThat(player.effects(Effect.CountAnswer.class).get(0).signal())
                .isEqualTo(Effect.CountAnswer.Signal.HELPED);
        assertThat(player.buttons()).isEmpty();
    }

    @Test
    void theSameAnswerWithinTenMinutesIsShortAndOffersAPersonFirst() {
        Player player = new Player().says("cum retrag banii");
        String full = player.heard();
        player.after(Duration.ofMinutes(3)).says("cum pot retrage banii");
        assertThat(player.heard()).hasSizeLessThan(full.length());
        assertThat(player.buttons()).startsWith("menu.human");
        assertThat(player.after(Duration.ofMinutes(11))
                        .says("cum retrag banii?")
                        .heard())
                .doesNotContain("Ți-am răspuns mai sus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.", "2)", "nr 2", "2️⃣", "două", "doi", "два", "two", "Stare solicitare"})
    void aMenuIsAnsweredByNumberWordKeyOrLabel(String words) {
        Player player = new Player().says("salut").says(words);
        assertThat(player.heard()).contains("numărul solicitării");
    }

    @Test
    void longNumbersAreNeverAChoiceAndOldMenusNoLongerCount() {
        Player player = new Player().says("salut").says("482913");
        assertThat(player.heard()).doesNotContain("Despre ce");
        Player later = new Player().says("salut").after(Duration.ofMinutes(31)).says("2");
        assertThat(later.heard()).doesNotContain("numărul solicitării");
        assertThat(new Player().says("salut").says("42").heard()).doesNotContain("numărul solicitării");
    }

    @Test
    void anUnknownOrForgedButtonBringsANewMenu() {
        for (String id : List.of("faq.show:no-such-topic", "queue.cancel", "something.else", "faq.yes:<x>")) {
            Player player = new Player().says("salut").taps(id);
            assertThat(player.heard()).startsWith("Acest meniu nu mai e valabil");
            assertThat(player.effects(Effect.Acknowledge.class)).hasSize(1);
        }
    }

    @Test
    void everyTopicGroupOffersKnownQuestions() {
        for (String group : List.of("login", "payments", "bonus", "games", "kyc", "official")) {
            Player player = new Player().says("salut").taps("topic." + group);
            assertThat(player.buttons()).hasSizeGreaterThanOrEqualTo(3).endsWith("menu.human");
            player.taps(player.buttons().get(0));
            assertThat(player.topics()).hasSize(1);
        }
    }

    @Test
    void thanksAreAcknowledgedOnce() {
        Player player = new Player().says("salut").says("mulțumesc mult");
        assertThat(player.heard()).isEqualTo("Cu drag.");
        assertThat(player.buttons()).isEmpty();
        assertThat(player.says("ok").effects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sunteti niste idioti", "тупой бот", "stupid bot"})
    void insultsGetOneCalmLineAndAPerson(String words) {
        Player player = new Player().says("salut").says(words);
        assertThat(player.buttons()).contains("menu.human");
        assertThat(player.state()).isEqualTo(ConversationState.Name.BOT);
    }

    @Test
    void threeQuickMessagesAreOneQuestion() {
        Player player = new Player().saysAtOnce("buna", "am o intrebare", "cum retrag banii?");
        assertThat(player.topics()).as(player.heard()).containsExactly("withdrawal-how");
        assertThat(player.effects(Effect.CountAnswer.class)).hasSize(1);
    }

    @Test
    void aMessageBeforeItsEditIsAnsweredAsEditedAndALaterEditNotAtAll() {
        Player player = new Player().says("salut");
        player.takes(List.of(player.text("cum deschid contul"), player.edit(2, "cum retrag banii")));
        assertThat(player.topics()).containsExactly("withdrawal-how");
        player.takes(List.of(player.edit(2, "cum depun banii")));
        assertThat(player.effects).isEmpty();
    }

    @Test
    void lateMessagesGetOneApologyAndVeryLateOnesNoAnswer() {
        Player player = new Player();
        Instant late = player.now.minus(Duration.ofMinutes(30));
        player.takes(List.of(player.sentAt("cum retrag banii", late), player.sentAt("?", late)));
        assertThat(player.heard()).startsWith("Îmi cer scuze pentru întârziere");
        assertThat(player.topics()).containsExactly("withdrawal-how");
        Player tooLate = new Player();
        tooLate.takes(List.of(tooLate.sentAt("cum retrag banii", tooLate.now.minus(Duration.ofHours(25)))));
        assertThat(tooLate.effects).isEmpty();
    }

    @Test
    void aTapOnAnOldButtonIsNotLate() {
        Player player = new Player().says("salut");
        player.takes(List.of(player.tapAt("menu.faq", Instant.EPOCH)));
        assertThat(player.heard()).isEqualTo("Despre ce este întrebarea?");
    }

    @Test
    void aFloodGetsBoundedAnswers() {
        Player player = new Player().says("salut");
        int answers = 0;
        for (int i = 0; i < 200; i++) {
            player.after(Duration.ofMillis(300)).says("intrebarea cu numarul de ordine " + i);
            answers += player.replies().size();
        }
        assertThat(answers).isLessThan(45);
        assertThat(player.after(Duration.ofMinutes(2)).says("cum retrag banii").topics())
                .containsExactly("withdrawal-how");
    }

    @Test
    void theThirdIdenticalMessageIsNotAnswered() {
        Player player = new Player().says("salut").says("cum retrag banii").says("cum retrag banii");
        assertThat(player.replies()).isNotEmpty();
        assertThat(player.says("cum retrag banii").replies()).isEmpty();
        assertThat(player.says("cum depun banii").replies()).isNotEmpty();
    }

    @Test
    void filesAndOtherWordlessContentGetOneLine() {
        Player player = new Player().says("salut");
        assertThat(player.sends(AttachmentKind.VOICE, null).heard()).startsWith("Nu pot asculta");
        assertThat(player.buttons()).startsWith("menu.human");
        assertThat(player.sends(AttachmentKind.DOCUMENT, null).heard()).contains("adresa de e-mail");
        assertThat(player.sends(AttachmentKind.STICKER, null).effects).isEmpty();
        assertThat(player.sends(AttachmentKind.VIDEO, null).heard()).contains("carduri");
        assertThat(player.sends(AttachmentKind.IMAGE, null).heard()).doesNotContain("carduri");
        assertThat(player.sends(new Content.LocationContent<>(null)).heard()).contains("locație");
        assertThat(player.sends(new Content.ContactContent<>(null)).heard()).contains("date de contact");
        assertThat(player.sends(new Content.UnsupportedContent<>()).heard()).contains("Nu pot citi");
    }

    @Test
    void commandsAndWordsOpenWhatTheyName() {
        Player player = new Player().says("salut");
        assertThat(player.says("/menu").buttons()).contains("menu.faq");
        assertThat(player.says("meniu").buttons()).contains("menu.faq");
        assertThat(player.says("меню").buttons()).contains("menu.faq");
        assertThat(player.says("/faq").buttons()).contains("topic.login", "topic.limits");
        assertThat(player.says("/language").buttons()).containsExactly("lang.ro", "lang.ru", "lang.en");
        assertThat(player.says("/contacts").heard()).contains("E-mail");
        assertThat(player.says("/privacy").buttons()).contains("privacy.ask", "privacy.delete");
        assertThat(player.says("/stop").heard()).contains("Nu îți mai trimit nimic");
        assertThat(player.says("стоп").heard()).isNotEmpty();
        assertThat(player.says("/nosuchcommand").buttons()).contains("menu.faq");
    }

    @Test
    void whereLabelsAreNarrowTheLongOneIsNotUsed() {
        Player player = new Player();
        player.capabilities = Player.MESSENGER;
        player.says("salut").says("/faq");
        assertThat(player.buttons()).contains("menu.safety").doesNotContain("topic.limits");
        assertThat(player.replies().get(0).choices())
                .allSatisfy(choice -> assertThat(choice.label().value()).hasSizeLessThanOrEqualTo(20));
    }

    @Test
    void aDataRequestGoesToAPerson() {
        Player player = new Player().says("salut").taps("privacy.delete");
        assertThat(player.ticketTopic()).contains("data-protection");
    }

    @Test
    void answeredElsewhereTheBotStaysSilentForAWhile() {
        Player player = new Player();
        player.remembers(ConversationMemory.EMPTY.with(
                Fact.SILENT_UNTIL, player.now.plusSeconds(1800).toString()));
        assertThat(player.says("cum retrag banii").effects).isEmpty();
        assertThat(player.after(Duration.ofMinutes(31))
                        .says("cum retrag banii?")
                        .topics())
                .containsExactly("withdrawal-how");
    }

    @Test
    void aWriterIsReachableAgain() {
        Player player = new Player();
        player.remembers(ConversationMemory.EMPTY.with(Fact.UNREACHABLE, "yes"));
        assertThat(player.says("salut").recalls(Fact.UNREACHABLE)).isEmpty();
    }

    @Test
    void theSameInputGivesTheSameTurn() {
        Player one = new Player();
        Player other = new Player();
        for (String words : List.of("salut", "cum retrag banii", "2", "operator")) {
            assertThat(one.says(words).effects).isEqualTo(other.says(words).effects);
        }
    }
}
