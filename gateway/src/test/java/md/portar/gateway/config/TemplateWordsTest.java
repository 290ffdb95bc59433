package md.portar.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateWordsTest {
    private static List<String> problems(String templates) {
        String yaml = """
                public-url: https://bots.example.org
                operator: { name: Example }
                channels:
                  whatsapp:
                    main:
                      account-sid: AC00000000000000000000000000000001
                      auth-token: "${env:TOKEN}"
                      from: "whatsapp:+15550199"
                      templates:
                """ + templates.indent(8);
        try {
            Configuration.read(yaml, Map.of("TOKEN", "auth-token-for-a-test"), Clock.systemUTC())
                    .channels()
                    .close();
            return List.of();
        } catch (Configuration.Invalid invalid) {
            return invalid.problems();
        }
    }

    @Test
    void wordsThatTheGuardWouldStopAreToldAtTheStart() {
        assertThat(problems("""
                good:
                  languages:
                    en: { content-sid: HX00000000000000000000000000000001, body: "Hello, there is news about your case." }
                bad:
                  languages:
                    en: { content-sid: HX00000000000000000000000000000002, body: "Please reply with your password." }
                """))
                .containsExactly(
                        "channels.whatsapp.main.templates.bad.languages.en.body: holds a secret or asks for one, so that the"
                                + " guard would never let it out");
    }

    @Test
    void keysThatNobodyKnowsAndTheOldShortFormAreTold() {
        assertThat(problems("""
                typo:
                  titel: x
                  languages:
                    en: { content-sid: HX00000000000000000000000000000001, body: "Hello", text: "x" }
                    fr: { content-sid: HX00000000000000000000000000000002, body: "Bonjour" }
                short: HX00000000000000000000000000000003
                """))
                .extracting(problem -> problem.replace("channels.whatsapp.main.templates.", ""))
                .containsExactlyInAnyOrder(
                        "typo.languages.fr: is not a language of ours: expected ro, ru or en",
                        "typo.titel: is not a known key; did you mean title?",
                        "typo.languages.en.text: is not a known key",
                        "short: expected keys and values here",
                        "short.languages: at least one language is needed, such as languages.ro");
    }
}
