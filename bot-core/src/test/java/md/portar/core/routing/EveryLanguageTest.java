package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same conversation in each language: first contact, a question, a miss, a case, a hand-over, safety. */
class EveryLanguageTest {
    /** What a player of each language writes. */
    private enum Lines {
        HELLO("salut", "привет", "hello"),
        QUESTION("nu imi ajunge depunerea pe sold", "депозит не пришел на баланс", "my deposit has not arrived"),
        MISS("qwrtz plmk vbnx ghjt", "йцукенг фывапро ячсмить", "qwrtz plmk vbnx ghjt"),
        STATUS("Stare solicitare", "Статус обращения", "Request status"),
        NUMBERS("C-10482, cont 123456", "С-10482, аккаунт 123456", "C-10482, account 123456"),
        PERSON("vreau un operator", "позовите оператора", "I want to talk to a person"),
        POSITION("cât mai durează?", "сколько ещё ждать?", "how long still?"),
        BACK("Înapoi la bot", "Вернуться к боту", "Back to the bot"),
        THANKS("mulțumesc", "спасибо", "thank you"),
        SAFETY("vreau autoexcludere", "хочу самоисключение", "I want to self-exclude");

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, only its type does not say so
        private final List<String> words;

        Lines(String... words) {
            this.words = List.of(words);
        }

        String in(Language language) {
            return switch (language) {
                case RO -> words.get(0);
                case RU -> words.get(1);
                case EN -> words.get(2);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aConversationFromTheFirstWordToThePerson(Language language) {
        Player player = new Player()
                .knowsCase(new CaseRecord(
                        new CaseNumber("C-10482"), new AccountId("123456"), CaseStatus.WAITING_FOR_YOU, Player.START));
        player.outlook = new QueueOutlook.Outlook(2, Optional.of(Duration.ofMinutes(4)), EnumSet.allOf(Language.class));
        List<String> said = Stream.of(Lines.values())
                .filter(line -> line != Lines.MISS)
                .map(line -> player.after(Duration.ofSeconds(20)).says(line.in(language)))
                .peek(after -> assertThat(after.recalls(Fact.LANGUAGE)).contains(language.name()))
                .map(Player::heard)
                .toList();
        assertThat(said.get(0)).contains("CVV");
        assertThat(said.get(2)).contains("C-10482");
        assertThat(said.get(3)).contains("02.11.2026".substring(6)).contains("C-10482");
        assertThat(said.get(4)).contains("2").contains("2–5");
        assertThat(said.get(5)).contains("2–5");
        assertThat(said.get(6)).isNotEmpty();
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
        assertThat(player.ticket().orElseThrow().reason()).isEqualTo(HandoffReason.SAFETY);
        assertThat(player.ticket().orElseThrow().language()).isEqualTo(language);
        for (String text : said) {
            assertThat(text).doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aQuestionIsAnsweredInItsLanguageOnEveryChannel(Language language) {
        for (var channel : List.of(Player.TELEGRAM, Player.WHATSAPP, Player.MESSENGER)) {
            Player player = new Player();
            player.capabilities = channel;
            player.says(Lines.QUESTION.in(language));
            assertThat(player.topics()).containsExactly("deposit-missing");
            assertThat(player.heard())
                    .contains(answer("deposit-missing", language).value());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void missesLeadToAPerson(Language language) {
        Player player = new Player().says(Lines.HELLO.in(language)).says(Lines.MISS.in(language));
        assertThat(player.buttons()).contains("menu.human");
        player.says(Lines.MISS.in(language) + " x");
        assertThat(player.buttons()).startsWith("menu.human");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingTheBotSaysIsLongerThanAllowed(Language language) {
        Player player = new Player().taps("lang." + language.code());
        List<String> taps = List.of(
                "menu.back",
                "menu.faq",
                "menu.status",
                "menu.contacts",
                "menu.language",
                "menu.privacy",
                "menu.stop",
                "topic.login",
                "topic.payments",
                "topic.bonus",
                "topic.games",
                "topic.kyc",
                "topic.official",
                "dym.none",
                "secret.not",
                "menu.human",
                "queue.wait",
                "queue.leave",
                "queue.cancel",
                "end.reopen");
        for (String tap : taps) {
            assertShort(player.taps(tap));
        }
        for (AttachmentKind kind : AttachmentKind.values()) {
            assertShort(new Player().taps("lang." + language.code()).sends(kind, null));
        }
    }

    private static void assertShort(Player player) {
        for (Effect.Reply reply : player.replies()) {
            assertThat(reply.text().value())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(600)
                    .doesNotContain("{");
            assertThat(reply.choices()).hasSizeLessThanOrEqualTo(10);
            assertThat(reply.choices())
                    .allSatisfy(choice -> assertThat(choice.label().value()).hasSizeLessThanOrEqualTo(24));
        }
    }

    private static CatalogueText answer(String topic, Language language) {
        return new FaqAnswers(() -> Player.PACK)
                .answer(new md.portar.core.conversation.TopicId(topic), language)
                .orElseThrow()
                .text();
    }
}
