package md.portar.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import md.portar.core.channel.ChannelFactory;
import md.portar.core.testkit.MapSettings;
import org.junit.jupiter.api.Test;

class TelegramSettingsTest {
    @Test
    void tokenAndSecretAreEnough() {
        MapSettings section = section(Map.of());
        TelegramSettings settings = TelegramSettings.read(section);
        assertThat(section.problems()).isEmpty();
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.telegram.org"));
        assertThat(settings.port()).isEqualTo(443);
        assertThat(settings.mode()).isEqualTo(TelegramSettings.Mode.WEBHOOK);
    }

    @Test
    void allMistakesAreReportedAtOnceWithTheirKeys() {
        MapSettings section = MapSettings.of(
                "channels.telegram.main",
                Map.of(
                        "token", "no token",
                        "previous-webhook-secret", "short",
                        "api-url", "https://example.org/bot-api",
                        "mode", "pigeon",
                        "webhook-connections", "1000"));
        TelegramSettings.read(section);
        assertThat(section.problems())
                .extracting(problem -> problem.substring("channels.telegram.main.".length(), problem.indexOf(": ")))
                .containsExactlyInAnyOrder(
                        "token", "webhook-secret", "previous-webhook-secret", "api-url", "mode", "webhook-connections");
        assertThat(section.problems()).noneMatch(problem -> problem.contains("no token") || problem.contains("short"));
    }

    @Test
    void aPollingBotNeedsNoWebhookSecret() {
        MapSettings section =
                MapSettings.of("channels.telegram.main", Map.of("token", TelegramHarness.TOKEN, "mode", "polling"));
        TelegramSettings settings = TelegramSettings.read(section);
        assertThat(section.problems()).isEmpty();
        assertThat(settings.webhookSecrets()).isNull();
    }

    @Test
    void anotherServerKeepsItsSchemeHostAndPort() {
        TelegramSettings plain = TelegramSettings.read(section(Map.of("api-url", "http://127.0.0.1:8081/")));
        assertThat(List.of(
                        plain.server().getSchema(),
                        plain.server().getHost(),
                        plain.server().getPort()))
                .containsExactly("http", "127.0.0.1", 8081);
        assertThat(TelegramSettings.read(section(Map.of("api-url", "http://example.org")))
                        .port())
                .isEqualTo(80);
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(TelegramSettings.read(section(Map.of())).toString())
                .doesNotContain(TelegramHarness.TOKEN, TelegramHarness.SECRET);
    }

    @Test
    void theFactoryIsFoundAsAService() {
        assertThat(ServiceLoader.load(ChannelFactory.class))
                .hasAtLeastOneElementOfType(TelegramChannelFactory.class)
                .extracting(ChannelFactory::id)
                .contains(TelegramChannelFactory.ID);
    }

    private static MapSettings section(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("token", TelegramHarness.TOKEN);
        values.put("webhook-secret", TelegramHarness.SECRET);
        return MapSettings.of("channels.telegram.main", values);
    }
}
