package md.portar.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsReader;
import org.junit.jupiter.api.Test;

class GatewaySettingsTest {
    private static final String REQUIRED = """
            public-url: https://bots.example.org
            operator: { name: Example }
            """;

    private static SettingsReader reader(String yaml) {
        return SettingsReader.parse(REQUIRED + yaml, Map.of("DB_PASSWORD", "pw-for-a-test"));
    }

    private static List<String> problems(String yaml) {
        SettingsReader reader = reader(yaml);
        GatewaySettings.read(reader.root());
        return reader.problems().all();
    }

    @Test
    void aServerIsSignedInToWithAPasswordByReference() {
        SettingsReader reader = reader("""
                store: { url: "jdbc:postgresql://db.example.org/portar", user: portar, password: "${env:DB_PASSWORD}" }
                """);
        GatewaySettings settings = GatewaySettings.read(reader.root());
        assertThat(reader.problems().all()).isEmpty();
        assertThat(settings.store().isSqlite()).isFalse();
        assertThat(settings.store().user()).isEqualTo("portar");
        Secret<String> password = settings.store().password();
        assertThat(password).isNotNull();
        assertThat(password.reveal()).isEqualTo("pw-for-a-test");
        assertThat(settings.toString()).doesNotContain("pw-for-a-test");
    }

    @Test
    void whatCannotBeIsSaidUnderItsKey() {
        assertThat(problems("store: { url: \"jdbc:mysql://db/portar\" }"))
                .singleElement()
                .asString()
                .startsWith("store.url");
        assertThat(problems("store: { password: plain }"))
                .isNotEmpty()
                .first()
                .asString()
                .startsWith("store.password");
        assertThat(problems("store: { user: portar }"))
                .singleElement()
                .asString()
                .startsWith("store.user");
    }

    @Test
    void thingsAreKeptAsLongAsAsked() {
        SettingsReader reader = reader("retention: { messages: 30d, audit: 730d }");
        GatewaySettings settings = GatewaySettings.read(reader.root());
        assertThat(settings.retention().messages()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.retention().audit()).isEqualTo(Duration.ofDays(730));
        assertThat(reader("").problems().all()).isEmpty();
        GatewaySettings usual = GatewaySettings.read(reader("").root());
        assertThat(usual.retention().messages()).isEqualTo(Duration.ofDays(90));
        assertThat(usual.retention().audit()).isEqualTo(Duration.ofDays(400));
        assertThat(problems("retention: { messages: 10m }"))
                .singleElement()
                .asString()
                .startsWith("retention.messages");
    }
}
