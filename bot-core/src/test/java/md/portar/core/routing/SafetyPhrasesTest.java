package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import md.portar.core.conversation.SafetyConcern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SafetyPhrasesTest {
    private static final SafetyPhrases PHRASES = new SafetyPhrases();

    /** Topics whose players may well be asking for protection. */
    private static final Set<String> NEIGHBOURS =
            Set.of("self-exclusion", "gaming-limits", "account-closure", "account-blocked", "data-protection");

    static Stream<Arguments> examples() {
        return lines("/safety/examples.tsv")
                .map(line -> line.split("\t"))
                .map(parts -> Arguments.of(SafetyConcern.valueOf(parts[0]), parts[2]));
    }

    static Stream<String> ordinary() {
        return lines("/safety/ordinary.tsv").map(line -> line.split("\t")[1]);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsRecognised(SafetyConcern concern, String words) {
        assertThat(PHRASES.concernIn(words)).isPresent();
        if (concern == SafetyConcern.DISTRESS || concern == SafetyConcern.MINOR) {
            assertThat(PHRASES.concernIn(words)).contains(concern);
        }
    }

    @ParameterizedTest
    @MethodSource("ordinary")
    void everydayQuestionsAreNotMistaken(String words) {
        assertThat(PHRASES.concernIn(words)).isEmpty();
    }

    @Test
    void questionsOfOtherTopicsAreSeldomMistaken() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<String> mistaken = new ArrayList<>();
        int asked = 0;
        for (JsonNode topic :
                yaml.readTree(resource("/md/portar/faq-pack/pack.yaml")).get("topics")) {
            if (NEIGHBOURS.contains(topic.asText())) {
                continue;
            }
            JsonNode file = yaml.readTree(resource("/md/portar/faq-pack/topics/" + topic.asText() + ".yaml"));
            for (String language : List.of("ro", "ru", "en")) {
                for (JsonNode phrasing : file.path(language).path("phrasings")) {
                    asked++;
                    Optional<SafetyConcern> concern = PHRASES.concernIn(phrasing.asText());
                    concern.ifPresent(found -> mistaken.add(topic.asText() + ": " + phrasing.asText() + " " + found));
                }
            }
        }
        assertThat(asked).isGreaterThan(2000);
        assertThat(mistaken).as("of %d: %s", asked, mistaken).hasSizeLessThan(asked / 200);
    }

    @Test
    void playersWordsOfTheSafetyTopicsAreMostlyRecognised() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (String topic : List.of("self-exclusion", "gaming-limits")) {
            JsonNode file = yaml.readTree(resource("/md/portar/faq-pack/topics/" + topic + ".yaml"));
            for (String language : List.of("ro", "ru", "en")) {
                for (JsonNode phrasing : file.path(language).path("phrasings")) {
                    asked++;
                    if (PHRASES.concernIn(phrasing.asText()).isEmpty()) {
                        missed.add(phrasing.asText());
                    }
                }
            }
        }
        assertThat(missed).as("of %d: %s", asked, missed).hasSizeLessThan(asked / 10);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SafetyPhrasesTest.class.getResourceAsStream(name), name);
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
