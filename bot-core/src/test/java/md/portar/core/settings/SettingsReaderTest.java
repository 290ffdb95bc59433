package md.portar.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    private static final URI FALLBACK = URI.create("https://example.org");

    private static SettingsReader read(String yaml) {
        return SettingsReader.parse(yaml, Map.of("TOKEN", "value-from-environment", "BLANK", " "));
    }

    @Test
    void readsEachKindOfValue() {
        SettingsSection root = read("""
                name: Example
                port: 8080
                quiet: true
                wait: 90s
                url: https://bots.example.org:8443/x
                languages: [ro, ru]
                nested: { inner: { deep: yes } }
                """).root();
        assertThat(root.text("name")).isEqualTo("Example");
        assertThat(root.number("port", 1, 1, 65535)).isEqualTo(8080);
        assertThat(root.flag("quiet", false)).isTrue();
        assertThat(root.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofSeconds(90));
        assertThat(root.url("url", FALLBACK)).isEqualTo(URI.create("https://bots.example.org:8443/x"));
        assertThat(root.texts("languages")).containsExactly("ro", "ru");
        assertThat(root.section("nested").section("inner").has("deep")).isTrue();
    }

    @Test
    void aSecretComesFromTheEnvironmentOrAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "value-from-file\n");
        SettingsReader reader = read("a: ${env:TOKEN}\nb: ${file:" + file + "}\n");
        assertThat(reader.root().secret("a").reveal()).isEqualTo("value-from-environment");
        assertThat(reader.root().secret("b").reveal()).isEqualTo("value-from-file");
        assertThat(reader.problems().all()).isEmpty();
        assertThat(reader.root().secret("a")).hasToString("[REDACTED]");
    }

    @Test
    void aLiteralSecretIsAProblemThatNamesTheKeyAndNotTheValue() {
        SettingsReader reader = read("channels: { telegram: { main: { token: hunter2secret } } }");
        SettingsSection account =
                reader.root().section("channels").section("telegram").section("main");
        account.secret("token");
        assertThat(reader.problems().all())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("channels.telegram.main.token: ")
                        .doesNotContain("hunter2secret"));
    }

    @Test
    void everyMistakeIsReportedInOneGo() {
        SettingsReader reader = read("""
                port: 99999
                wait: soon
                url: not a url
                quiet: perhaps
                token: ${env:ABSENT}
                blank: ${env:BLANK}
                colour: red
                """);
        SettingsSection root = reader.root();
        root.number("port", 1, 1, 65535);
        root.duration("wait", Duration.ZERO);
        root.url("url", FALLBACK);
        root.flag("quiet", false);
        root.secret("token");
        root.secret("blank");
        root.text("name");
        root.choice("mode", Mode.class, Mode.WEBHOOK);
        reader.finish();
        assertThat(reader.problems().all())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder("port", "wait", "url", "quiet", "token", "blank", "name", "colour");
    }

    @Test
    void anUnknownKeyNamesTheNearestOne() {
        SettingsReader reader = read("channels: { telegram: { main: { tokn: x } } }");
        SettingsSection account =
                reader.root().section("channels").section("telegram").section("main");
        account.optionalSecret("token");
        reader.finish();
        assertThat(reader.problems().all())
                .containsExactly("channels.telegram.main.tokn: is not a known key; did you mean token?");
    }

    @Test
    void brokenYamlNamesTheLineAndQuotesNothing() {
        SettingsReader reader = read("name: Example\n  token: [hunter2secret\n");
        assertThat(reader.problems().all())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("line 2").doesNotContain("hunter2"));
    }

    @Test
    void theSameKeyTwiceNamesTheLineAndQuotesNothing() {
        SettingsReader reader = read("""
                templates:
                  case_news: { body: one }
                  hello: { body: two }
                  case_news: { body: hunter2secret }
                """);
        assertThat(reader.problems().all())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("(document): has the same key twice in one place: look at line 4")
                        .doesNotContain("hunter2"));
        assertThat(read("a: { name: x }\nb: { name: x }\n").problems().all()).isEmpty();
    }

    @Test
    void anEmptyDocumentHasNoValues() {
        SettingsReader reader = read("");
        assertThat(reader.root().has("anything")).isFalse();
        reader.finish();
        assertThat(reader.problems().all()).isEmpty();
    }

    private enum Mode {
        WEBHOOK,
        POLLING
    }
}
