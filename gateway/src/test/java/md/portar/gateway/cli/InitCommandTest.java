package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import md.portar.gateway.config.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Z_]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("(?m)^( *)# ( *\"?[a-z0-9_-]+\"?:( .*)?)$");
    private static final Map<String, String> SECRETS = Map.ofEntries(
            Map.entry("TELEGRAM_TOKEN", "100000001:Invented-token_for-tests-only"),
            Map.entry("TELEGRAM_SECRET", "invented-secret-for-tests"),
            Map.entry("TWILIO_TOKEN", "00000000000000000000000000000000"),
            Map.entry("PAGE_TOKEN", "invented-page-token-for-tests"),
            Map.entry("APP_SECRET", "00000000000000000000000000000000"),
            Map.entry("VERIFY_TOKEN", "invented-verify-token-for-tests"),
            Map.entry("CASE_LINK_SECRET", "invented-link-secret-for-tests"),
            Map.entry("CASES_API_TOKEN", "invented-interface-token-for-tests"),
            Map.entry("DESK_AUTHORIZATION", "Bearer invented-desk-key-for-tests"),
            Map.entry("ON_CALL_URL", "https://alerts.example.org/invented"),
            Map.entry("ON_CALL_TOKEN", "invented-alert-token-for-tests"));

    @TempDir
    private Path folder;

    @Test
    void bothFilesAreWrittenIntoAFolderThatIsMade() {
        Path target = folder.resolve("etc/portar");
        Run run = Run.of("init", target.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(target.resolve("portar.yaml")).exists();
        assertThat(target.resolve(".env.example")).exists();
        assertThat(run.out()).contains("Wrote " + target.resolve("portar.yaml"));
    }

    @Test
    void nothingIsOverwrittenWithoutForce() throws IOException {
        Path mine = Files.writeString(folder.resolve("portar.yaml"), "mine");
        Run run = Run.of("init", folder.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is there already");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve(".env.example")).doesNotExist();
        assertThat(Run.of("init", folder.toString(), "--force").exit()).isZero();
        assertThat(mine).content().contains("public-url");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Run run = Run.of("init", file.resolve("below").toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be written to");
    }

    @Test
    void theConfigurationIsReadWithoutMistakesAsItIs() throws Configuration.Invalid {
        Configuration read = Configuration.read(InitCommand.template("portar.yaml"), SECRETS, Clock.systemUTC());
        read.channels().close();
        assertThat(read.channels().all()).hasSize(1);
    }

    @Test
    void theConfigurationIsReadWithoutMistakesWithAllThatIsCommentedOut() throws Configuration.Invalid {
        String everything =
                OPTIONAL.matcher(InitCommand.template("portar.yaml")).replaceAll("$1$2");
        assertThat(everything
                        .lines()
                        .filter(line -> line.strip().startsWith("# "))
                        .toList())
                .noneMatch(line -> line.matches(" *# +[a-z-]+: .*"));
        Configuration read = Configuration.read(everything, SECRETS, Clock.systemUTC());
        read.channels().close();
        assertThat(read.channels().all()).hasSize(3);
        assertThat(read.settings().consoleUrl()).isPresent();
        assertThat(read.settings().onCall()).isPresent();
    }

    @Test
    void theEnvironmentNamesEverySecretOfTheConfiguration() {
        Map<String, String> named = new HashMap<>();
        InitCommand.template("env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .forEach(line -> named.put(line.split("=", 2)[0], line.split("=", 2)[1]));
        List<String> referred = REFERENCE
                .matcher(InitCommand.template("portar.yaml"))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("NAME"))
                .toList();
        assertThat(named.keySet()).containsExactlyInAnyOrderElementsOf(referred);
        assertThat(named.values()).containsOnly("");
    }
}
