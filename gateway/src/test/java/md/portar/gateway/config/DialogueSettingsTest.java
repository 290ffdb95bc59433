package md.portar.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import md.portar.core.pipeline.EngineSettings.Manners;
import md.portar.core.routing.PlayerSettings.Limits;
import md.portar.core.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogueSettingsTest {
    private static SettingsReader yaml(String written) {
        return SettingsReader.parse(written, Map.of());
    }

    @Test
    void nothingWrittenIsTheUsual() {
        SettingsReader reader = yaml("{}");
        DialogueSettings settings = DialogueSettings.read(reader.root());
        assertThat(settings).isEqualTo(new DialogueSettings(Limits.standard(), Manners.defaults()));
        assertThat(reader.problems().all()).isEmpty();
    }

    @Test
    void whatIsWrittenHolds() {
        SettingsReader reader = yaml("""
                flood: { soft: 5, hard: 5 }
                queue: { long: 1h, notices: [1m, 90s] }
                cases: { attempts: 3, attempts-per-day: 9 }
                """);
        DialogueSettings settings = DialogueSettings.read(reader.root());
        reader.finish();
        assertThat(reader.problems().all()).isEmpty();
        assertThat(settings.limits()).isEqualTo(new Limits(5, 5, Duration.ofHours(1)));
        assertThat(settings.manners())
                .isEqualTo(new Manners(List.of(Duration.ofMinutes(1), Duration.ofSeconds(90)), 3, 9));
    }

    @Test
    void aSoftLimitAboveTheUsualHardOneMovesIt() {
        SettingsReader reader = yaml("flood: { soft: 100 }");
        assertThat(DialogueSettings.read(reader.root()).limits().hardFlood()).isEqualTo(100);
        assertThat(reader.problems().all()).isEmpty();
    }

    @Test
    void noticesCanBeSwitchedOff() {
        SettingsReader reader = yaml("queue: { notices: [] }");
        assertThat(DialogueSettings.read(reader.root()).manners().waitNotices()).isEmpty();
        assertThat(reader.problems().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flood.soft | flood: { soft: 0 }",
                "flood.soft | flood: { soft: 1001 }",
                "flood.soft | flood: { soft: many }",
                "flood.hard | flood: { hard: 1001 }",
                "flood.hard | flood: { soft: 30, hard: 29 }",
                "queue.long | queue: { long: 0s }",
                "queue.long | queue: { long: 25h }",
                "queue.long | queue: { long: soon }",
                "queue.notices | queue: { notices: [3m, 3m] }",
                "queue.notices | queue: { notices: [10m, 3m] }",
                "queue.notices | queue: { notices: [59s] }",
                "queue.notices | queue: { notices: [3m, later] }",
                "queue.notices | queue: { notices: [1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m, 9m, 10m, 11m] }",
                "cases.attempts | cases: { attempts: 0 }",
                "cases.attempts-per-day | cases: { attempts: 6, attempts-per-day: 5 }"
            })
    void aMistakeIsToldWithItsKey(String key, String written) {
        SettingsReader reader = yaml(written);
        DialogueSettings.read(reader.root());
        assertThat(reader.problems().all()).singleElement().asString().contains(key);
    }
}
