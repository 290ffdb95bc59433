package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstContactTest {
    @ParameterizedTest
    @CsvSource({"TELEGRAM", "WHATSAPP", "MESSENGER"})
    void aFirstQuestionIsAnsweredAtOnceAndThenTheBotIntroducesItself(String channel) {
        Player player = new Player();
        player.capabilities = capabilities(channel);
        player.says("buna nu pot retrage banii");
        assertThat(player.topics()).containsAnyOf("withdrawal-how", "withdrawal-delayed");
        assertThat(player.replies()).hasSize(1);
        assertThat(player.heard()).contains("\n\nSunt asistentul automat");
        assertThat(player.buttons()).isNotEmpty();
        assertThat(player.recalls(md.portar.core.conversation.ConversationMemory.Fact.LANGUAGE))
                .contains("RO");
    }

    @Test
    void transliteratedRussianIsAnsweredInRussian() {
        Player player = new Player().says("privet, kak vyvesti dengi");
        assertThat(player.topics()).containsExactly("withdrawal-how");
        assertThat(player.heard()).contains("вывод").doesNotContain("Sunt asistentul");
    }

    @ParameterizedTest
    @CsvSource({"salut,RO,Bună!", "здравствуйте,RU,Здравствуйте!", "hello,EN,Hi!"})
    void aGreetingIsGreetedBackInItsLanguage(String words, Language language, String opening) {
        Player player = new Player().says(words);
        assertThat(player.heard()).startsWith(opening).contains("CVV");
        assertThat(player.buttons())
                .startsWith("menu.faq", "menu.status", "menu.human")
                .doesNotContain("lang." + language.code());
        assertThat(player.recalls(md.portar.core.conversation.ConversationMemory.Fact.LANGUAGE))
                .contains(language.name());
    }

    @Test
    void startOpensTheGreetingInTheMessengersLanguage() {
        Player player = new Player();
        player.hint = Language.EN;
        player.says("/start");
        assertThat(player.heard()).startsWith("Hi!");
        assertThat(player.buttons()).contains("lang.ro", "lang.ru");
    }

    @Test
    void aKnownDeepLinkOpensWhatItNames() {
        assertThat(new Player().says("/start site_payments").buttons()).contains("faq.show:deposit-missing");
        assertThat(new Player().says("/start something_else").heard()).startsWith("Bună!");
    }

    @Test
    void theLongGreetingIsNotRepeatedForThirtyDays() {
        Player player = new Player().says("salut").after(Duration.ofDays(2)).says("buna ziua");
        assertThat(player.heard()).isEqualTo("Bine ai revenit. Cu ce te ajut?");
        player.after(Duration.ofDays(40)).says("salut");
        assertThat(player.heard()).contains("asistentul automat");
    }

    @Test
    void aScreenshotAloneIsAskedAbout() {
        Player player = new Player().sends(AttachmentKind.IMAGE, null);
        assertThat(player.heard()).startsWith("Am primit imaginea");
        assertThat(player.buttons()).contains("topic.payments", "menu.human");
    }

    @Test
    void aCaptionIsTheQuestion() {
        Player player = new Player().sends(AttachmentKind.IMAGE, "nu imi ajunge depunerea pe sold");
        assertThat(player.topics()).containsExactly("deposit-missing");
    }

    private static ChannelCapabilities capabilities(String channel) {
        return switch (channel) {
            case "TELEGRAM" -> Player.TELEGRAM;
            case "WHATSAPP" -> Player.WHATSAPP;
            default -> Player.MESSENGER;
        };
    }
}
