package md.portar.gateway.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.pipeline.OnCall.When;
import md.portar.core.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnCallSettingsTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TOKEN", "token-for-a-test", "SPLIT", "two words", "ADDRESS", "https://alerts.example.org/canary");

    private Optional<OnCallSettings> settings = Optional.empty();

    private List<String> problems(String yaml) {
        SettingsReader reader = SettingsReader.parse(yaml, ENVIRONMENT);
        settings = OnCallSettings.read(reader.root().section("on-call"));
        reader.finish();
        return reader.problems().all();
    }

    @Test
    void withoutTheSectionNobodyIsCalled() {
        assertThat(problems("")).isEmpty();
        assertThat(settings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alerts.example.org/portar?team=night",
                "http://localhost:9000/x",
                "http://127.0.0.1:9000/x",
                "http://[::1]:9000/x",
                "${env:ADDRESS}"
            })
    void anAddressIsHttpsOrOnThisMachineAndMayBeAReference(String url) {
        assertThat(problems("on-call: { url: \"" + url + "\", token: \"${env:TOKEN}\" }"))
                .isEmpty();
        assertThat(settings.orElseThrow().token().orElseThrow().reveal()).isEqualTo("token-for-a-test");
        assertThat(settings.orElseThrow().when())
                .containsExactlyInAnyOrder(When.OUT_OF_HOURS, When.UNATTENDED, When.DISTRESS);
        assertThat(settings.toString()).doesNotContain("alerts", "canary", "token-for-a-test", "9000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://alerts.example.org/canary",
                "http://127.0.0.1.example.org/canary",
                "http://localhost.example.org/canary",
                "http://10.0.0.1/canary",
                "https://canary:canary@alerts.example.org/x",
                "https://alerts.example.org/#canary",
                "ftp://alerts.example.org/canary",
                "canary"
            })
    void anyOtherAddressIsRefusedAndNotSaidAgain(String url) {
        assertThat(problems("on-call: { url: \"" + url + "\" }"))
                .singleElement()
                .asString()
                .startsWith("on-call.url: ")
                .doesNotContain("canary");
        assertThat(settings).isEmpty();
    }

    @Test
    void otherMistakesAreToldUnderTheirKeys() {
        String url = "url: \"https://alerts.example.org\"";
        assertThat(problems("on-call: { when: [always] }"))
                .singleElement()
                .asString()
                .startsWith("on-call.url: is required");
        assertThat(problems("on-call: { " + url + ", token: canary-literal }"))
                .singleElement()
                .asString()
                .startsWith("on-call.token: ")
                .doesNotContain("canary");
        assertThat(problems("on-call: { " + url + ", token: \"${env:SPLIT}\" }"))
                .singleElement()
                .asString()
                .startsWith("on-call.token: ")
                .doesNotContain("two words");
        assertThat(problems("on-call: { " + url + ", when: [distress, sometimes] }"))
                .singleElement()
                .asString()
                .startsWith("on-call.when: ");
        assertThat(problems("on-call: { " + url + ", when: [] }")).hasSize(1);
        assertThat(problems("on-call: { " + url + ", whem: [distress] }")).hasSize(1);
        assertThat(problems("on-call: { " + url + ", when: [out-of-hours, distress] }"))
                .isEmpty();
        assertThat(settings.orElseThrow().when()).containsExactlyInAnyOrder(When.OUT_OF_HOURS, When.DISTRESS);
    }
}
