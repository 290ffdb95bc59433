package md.portar.gateway.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.Unanswered;
import md.portar.core.handoff.Undelivered;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Pattern USED = Pattern.compile("words\\(?\\)?\\.(?:get|count)\\(\"([a-z0-9.-]+)\"[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{[01]}");

    @Test
    void allLanguagesHaveTheSameKeys() {
        Set<String> english = Words.in(Language.EN).keys();
        assertThat(english).hasSizeGreaterThan(200);
        assertThat(Words.in(Language.RO).keys()).isEqualTo(english);
        assertThat(Words.in(Language.RU).keys()).isEqualTo(english);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingIsLeftEmptyOrUntranslated(Language language) {
        Words words = Words.in(language);
        Words english = Words.in(Language.EN);
        for (String key : words.keys()) {
            String text = words.get(key);
            assertThat(text).as(key).isNotBlank();
            if (!key.contains(".one")) {
                assertThat(places(text)).as(key).isEqualTo(places(english.get(key)));
            }
            if (language == Language.RU
                    && !key.startsWith("channel.")
                    && !key.startsWith("language.")
                    && !key.equals("outcome.redirected-email")) {
                assertThat(text).as(key).containsPattern("[а-яёА-ЯЁ]|^▲ \\{0}");
            }
            if (language == Language.RO) {
                assertThat(text).as("cedilla instead of comma in " + key).doesNotContainPattern("[şţŞŢ]");
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantHasItsWord(Language language) {
        Words words = Words.in(language);
        Stream.of(SecretKind.values()).forEach(kind -> words.of("secret", kind));
        Stream.of(DeskMessage.Delivery.values()).forEach(state -> words.of("delivery", state));
        Stream.of(DeliveryFailure.values()).forEach(cause -> words.of("failure", cause));
        Stream.of(Undelivered.Replay.values()).forEach(result -> words.of("undelivered", result));
        Stream.of(Unanswered.Order.values()).forEach(order -> words.of("unanswered", order));
        Stream.of(DeskMessage.Redaction.values()).forEach(state -> words.of("guard", state));
        Stream.of(ThreadView.Mode.values()).forEach(mode -> words.of("state", mode));
        Stream.of(EpisodeOutcome.values()).forEach(outcome -> words.of("outcome", outcome));
        Stream.of(HandoffReason.values()).forEach(reason -> words.of("reason", reason));
        Stream.of(SendResult.Reason.values()).forEach(reason -> words.of("refused", reason));
        Stream.of(Priority.values()).forEach(priority -> words.of("priority", priority));
        Stream.of(AgentRole.values()).forEach(role -> words.of("role", role));
        Stream.of(Language.values()).forEach(spoken -> words.of("speaks", spoken));
        Stream.of(DeskView.values()).forEach(view -> words.of("view", view));
        Stream.of(DeskView.values()).forEach(view -> words.of("empty", view));
        Stream.of(ThreadView.Mode.values())
                .filter(mode -> mode != ThreadView.Mode.MINE)
                .forEach(mode -> words.of("composer", mode));
    }

    @Test
    void everyKeyThatPagesAndCodeNameExists() throws IOException {
        Set<String> keys = Words.in(Language.EN).keys();
        TreeSet<String> used = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main/jte"), Path.of("src/main/java/md/portar/gateway/console"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = USED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        used.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(80);
        assertThat(keys).containsAll(used);
    }

    @Test
    void everyKeyThatScriptsNameExists() throws IOException {
        TreeSet<String> keys = new TreeSet<>(Words.in(Language.EN).forScripts().keySet());
        Pattern named = Pattern.compile("\\b(word|plural)\\('([a-z.-]+)'");
        int found = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/md/portar/gateway/console/js"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = named.matcher(Files.readString(file));
                while (matcher.find()) {
                    found++;
                    List<String> wanted = matcher.group(1).equals("word")
                            ? List.of(matcher.group(2))
                            : Stream.of("one", "few", "many", "other")
                                    .map(form -> matcher.group(2) + "." + form)
                                    .toList();
                    assertThat(keys).as(file.toString()).containsAll(wanted);
                }
            }
        }
        assertThat(found).isGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,1,ONE",
        "EN,0,OTHER",
        "EN,2,OTHER",
        "RO,1,ONE",
        "RO,0,FEW",
        "RO,2,FEW",
        "RO,19,FEW",
        "RO,20,OTHER",
        "RO,100,OTHER",
        "RO,101,FEW",
        "RO,120,OTHER",
        "RU,1,ONE",
        "RU,21,ONE",
        "RU,11,MANY",
        "RU,2,FEW",
        "RU,4,FEW",
        "RU,5,MANY",
        "RU,12,MANY",
        "RU,22,FEW",
        "RU,111,MANY"
    })
    void pluralsFollowTheLanguage(Language language, long number, PluralForm form) {
        assertThat(PluralForm.of(language, number)).isEqualTo(form);
    }

    @Test
    void countsAreWordsThatFit() {
        assertThat(Words.in(Language.RO).count("js.jump", 20)).isEqualTo("20 de mesaje noi");
        assertThat(Words.in(Language.RU).count("js.jump", 3)).isEqualTo("3 новых сообщения");
        assertThat(Words.in(Language.RU).count("js.jump", 5)).isEqualTo("5 новых сообщений");
    }

    @Test
    void durationsAreRoundedDown() {
        Words words = Words.in(Language.EN);
        assertThat(words.duration(Duration.ofSeconds(-3))).isEqualTo("0 s");
        assertThat(words.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(words.duration(Duration.ofSeconds(119))).isEqualTo("1 min");
        assertThat(words.duration(Duration.ofHours(23))).isEqualTo("23 h");
        assertThat(words.duration(Duration.ofHours(50))).isEqualTo("2 d");
    }
}
