package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.casestatus.CaseLookup;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesLinkCommandTest {
    private static final String SECRET = "0123456789abcdef0123";

    @TempDir
    private Path folder;

    private String config(String cases) throws IOException {
        Files.writeString(folder.resolve("secret"), SECRET);
        return Files.writeString(folder.resolve("portar.yaml"), """
                        public-url: https://bots.example.org
                        operator:
                          name: Example
                          telegram: "@example_bot"
                          messenger: https://m.me/example.page
                          whatsapp: "+1 555 0100"
                        cases: { %s }
                        """.formatted(cases))
                .toString();
    }

    private String withSecret() throws IOException {
        return config("link-secret: \"${file:" + folder.resolve("secret") + "}\"");
    }

    @Test
    void aLinkForEachMessengerIsPrintedAndNamesTheCase() throws IOException {
        Run run = Run.of("cases", "link", "c-10482", "123456", "--config", withSecret());
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("https://t.me/example_bot?start=c_")
                .contains("https://m.me/example.page?ref=c_")
                .contains("https://wa.me/15550100?text=start%20c_")
                .doesNotContain(SECRET);
        Matcher parameter = Pattern.compile("\\?start=(\\S+)").matcher(run.out());
        assertThat(parameter.find()).isTrue();
        assertThat(new CaseLink(Secret.of(SECRET)).read(parameter.group(1), Instant.now()))
                .contains(new CaseLookup.Claim(new CaseNumber("C-10482"), new AccountId("123456")));
    }

    @Test
    void withoutASecretThereAreNoLinks() throws IOException {
        Run run = Run.of("cases", "link", "C-10482", "123456", "--config", config("source: local"));
        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains("cases.link-secret");
    }

    @Test
    void wrongNumbersAreToldWithoutBeingQuoted() throws IOException {
        Run number = Run.of("cases", "link", "hunter2secret", "123456", "--config", withSecret());
        assertThat(number.exit()).isEqualTo(2);
        assertThat(number.err()).contains("NUMBER").doesNotContain("hunter2secret");
        Run account = Run.of("cases", "link", "C-10482", "hunter2secret", "--config", withSecret());
        assertThat(account.err()).contains("ACCOUNT").doesNotContain("hunter2secret");
    }
}
