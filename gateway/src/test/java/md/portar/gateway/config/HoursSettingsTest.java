package md.portar.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import md.portar.core.message.Language;
import md.portar.core.routing.ServiceHours;
import md.portar.core.testkit.MapSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursSettingsTest {
    @Test
    void hoursOfEachLanguageAreRead() {
        MapSettings settings = MapSettings.of(
                "hours",
                Map.of(
                        "zone",
                        "Europe/Chisinau",
                        "holidays",
                        List.of("2026-12-25"),
                        "ro",
                        List.of("Mo-Fr 09:00-18:00", "Sa 10:00-24:00"),
                        "en",
                        List.of("Fr-Mo 00:00-24:00")));
        ServiceHours hours = HoursSettings.read(settings);
        assertThat(settings.problems()).isEmpty();
        assertThat(hours.isOpen(Language.RO, Instant.parse("2026-11-02T07:00:00Z")))
                .isTrue();
        assertThat(hours.isOpen(Language.RO, Instant.parse("2026-11-02T06:59:00Z")))
                .isFalse();
        assertThat(hours.isOpen(Language.RO, Instant.parse("2026-11-07T21:59:00Z")))
                .isTrue();
        assertThat(hours.isOpen(Language.RO, Instant.parse("2026-12-25T10:00:00Z")))
                .isFalse();
        assertThat(hours.isOpen(Language.RU, Instant.parse("2026-11-02T01:00:00Z")))
                .isTrue();
        assertThat(hours.isOpen(Language.EN, Instant.parse("2026-11-02T10:00:00Z")))
                .isTrue();
        assertThat(hours.isOpen(Language.EN, Instant.parse("2026-11-04T10:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mo-Fr 9-18", "Mo 18:00-09:00", "Xx 09:00-18:00", "Mo 09:00-25:00", "always"})
    void aMistakeIsToldWithItsKey(String written) {
        MapSettings settings = MapSettings.of("hours", Map.of("ro", List.of(written)));
        HoursSettings.read(settings);
        assertThat(settings.problems()).singleElement().asString().contains("hours.ro");
    }

    @Test
    void zoneAndHolidaysAreChecked() {
        MapSettings settings = MapSettings.of("hours", Map.of("zone", "Chisinau", "holidays", List.of("25 December")));
        HoursSettings.read(settings);
        assertThat(settings.problems()).hasSize(2);
    }
}
