package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.Effect;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;
import md.portar.core.texts.OperatorFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keeps {@code docs/transcripts} true: one page per channel and language with what a player sees. After a wanted change write
 * them anew with {@code -Dtranscripts.write=true}.
 */
class TranscriptTest {
    private static final Path FOLDER = Path.of("../docs/transcripts");

    /** What the player does in each scene, in the three languages. */
    private enum Scene {
        FIRST_CONTACT("First contact", "salut", "здравствуйте", "hello"),
        QUESTION(
                "A question",
                "unde pot vedea cine sunt conturile voastre oficiale?",
                "как вывести деньги",
                "how do I withdraw"),
        TYPO("A typo", "retragera banilor", "как вывисти денги", "how to withdrwa money"),
        MISS(
                "Not understood",
                "ce vreme e maine la munte",
                "какая завтра погода в горах",
                "will it rain in the mountains"),
        CASE_STATUS("Status of a request", "C-10482 123456", "C-10482 123456", "C-10482 123456"),
        SAFETY("A request for protection", "vreau sa ma autoexclud", "хочу самоисключиться", "I want to self-exclude"),
        ESCALATION("A person", "vreau sa vorbesc cu un operator", "позовите оператора", "talk to a person");

        private final String title;
        private final String ro;
        private final String ru;
        private final String en;

        Scene(String title, String ro, String ru, String en) {
            this.title = title;
            this.ro = ro;
            this.ru = ru;
            this.en = en;
        }

        String words(Language language) {
            return switch (language) {
                case RO -> ro;
                case RU -> ru;
                case EN -> en;
            };
        }
    }

    static Stream<Arguments> pages() {
        Map<String, ChannelCapabilities> channels =
                Map.of("telegram", Player.TELEGRAM, "whatsapp", Player.WHATSAPP, "messenger", Player.MESSENGER);
        return channels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(channel -> Stream.of(Language.values())
                        .map(language -> Arguments.of(channel.getKey(), channel.getValue(), language)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("pages")
    void theTranscriptIsWhatTheBotSays(String channel, ChannelCapabilities capabilities, Language language)
            throws IOException {
        String page = page(channel, capabilities, language);
        Path file = FOLDER.resolve(channel + "-" + language.code() + ".md");
        if (Boolean.getBoolean("transcripts.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, page);
        }
        assertThat(file).as("write it with -Dtranscripts.write=true").exists();
        assertThat(withoutPack(Files.readString(file))).as("%s", file).isEqualTo(withoutPack(page));
    }

    /** Answers of the FAQ pack change with the pack; they are shown, but not compared. */
    private static String withoutPack(String page) {
        List<String> kept = new ArrayList<>();
        for (String scene : page.split("(?m)^(?=## )")) {
            boolean fromPack = Stream.of(Scene.QUESTION, Scene.TYPO, Scene.MISS)
                    .anyMatch(any -> scene.startsWith("## " + any.title));
            kept.add(fromPack ? scene.lines().findFirst().orElse("") : scene);
        }
        return String.join("\n", kept);
    }

    private static String page(String channel, ChannelCapabilities capabilities, Language language) {
        String name = Map.of("telegram", "Telegram", "whatsapp", "WhatsApp", "messenger", "Messenger")
                .getOrDefault(channel, channel);
        StringBuilder page = new StringBuilder("# ")
                .append(name)
                .append(", ")
                .append(language.code())
                .append("\n\nWritten by `TranscriptTest`; P is the player, B the bot, buttons stand in brackets.\n");
        for (Scene scene : Scene.values()) {
            page.append("\n## ").append(scene.title).append('\n');
            play(scene, capabilities, language, page);
        }
        return page.toString();
    }

    private static void play(Scene scene, ChannelCapabilities capabilities, Language language, StringBuilder page) {
        Player player = new Player(facts());
        player.capabilities = capabilities;
        player.hint = language;
        player.outlook = new QueueOutlook.Outlook(2, Optional.of(Duration.ofMinutes(4)), EnumSet.allOf(Language.class));
        player.knowsCase(new CaseRecord(
                new CaseNumber("C-10482"),
                new AccountId("123456"),
                CaseStatus.IN_REVIEW,
                Instant.parse("2026-10-30T14:05:00Z")));
        if (scene == Scene.CASE_STATUS) {
            page.append("\nP: (taps the button of request status)\n");
            heard(player.taps("menu.status"), capabilities, page);
        }
        String words = scene.words(language);
        page.append("\nP: ").append(words).append('\n');
        heard(player.says(words), capabilities, page);
    }

    private static OperatorFacts facts() {
        return new OperatorFacts(
                Map.of(OperatorFacts.Fact.CASE_EXAMPLE, "C-10482", OperatorFacts.Fact.EMERGENCY, "112"),
                false,
                Duration.ofHours(1));
    }

    private static void heard(Player player, ChannelCapabilities capabilities, StringBuilder page) {
        for (Effect.Reply reply : player.replies()) {
            page.append("\nB: ")
                    .append(reply.text().value().replace("\n", "\n   "))
                    .append('\n');
            buttons(reply.choices(), capabilities, page);
        }
    }

    /** More choices than the channel has buttons for are numbered lines. */
    private static void buttons(List<Choice> choices, ChannelCapabilities capabilities, StringBuilder page) {
        boolean numbered = choices.size() > capabilities.maxChoices();
        for (int i = 0; i < choices.size(); i++) {
            String label = choices.get(i).label().value();
            page.append(numbered ? "   " + (i + 1) + " — " + label : "   [" + label + "]")
                    .append('\n');
        }
    }
}
