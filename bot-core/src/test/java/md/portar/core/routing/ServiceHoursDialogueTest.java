package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;
import md.portar.core.texts.OperatorFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceHoursDialogueTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Chisinau");
    private static final QueueOutlook.Outlook NOBODY = new QueueOutlook.Outlook(1, Optional.empty(), Set.of());

    /** Monday to Friday nine to six, and a holiday on a Wednesday. */
    private static ServiceHours hours() {
        Map<Language, List<ServiceHours.Shift>> shifts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            shifts.put(
                    language,
                    List.of(new ServiceHours.Shift(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            LocalTime.of(9, 0),
                            LocalTime.of(18, 0))));
        }
        return new ServiceHours(shifts, Set.of(LocalDate.parse("2026-11-04")), ZONE);
    }

    private static Player player(String localTime) {
        PlayerSettings standard = PlayerSettings.standard();
        Player player = new Player(
                OperatorFacts.NONE,
                new PlayerSettings(
                        standard.defaultLanguage(),
                        standard.caseExample(),
                        standard.limits(),
                        standard.caseBinding(),
                        standard.startLinks(),
                        hours(),
                        null));
        player.now = Instant.parse(localTime);
        player.outlook = NOBODY;
        return player;
    }

    @Test
    void theNextOpeningIsToldInTheOperatorsTime() {
        assertThat(hours().opensAt(Language.RO, Instant.parse("2026-11-02T05:00:00Z")))
                .contains(Instant.parse("2026-11-02T07:00:00Z"));
        assertThat(hours().opensAt(Language.RO, Instant.parse("2026-11-03T17:00:00Z")))
                .as("the day after is a holiday")
                .contains(Instant.parse("2026-11-05T07:00:00Z"));
        assertThat(hours().opensAt(Language.RO, Instant.parse("2026-11-06T17:00:00Z")))
                .as("over the weekend")
                .contains(Instant.parse("2026-11-09T07:00:00Z"));
        assertThat(hours().opensAt(Language.RO, Instant.parse("2026-11-02T09:00:00Z")))
                .isEmpty();
    }

    @Test
    void outOfHoursAMessageCanBeLeftAndTheTimeIsTold() {
        Player early = player("2026-11-02T05:00:00Z").says("operator");
        assertThat(early.heard()).contains("Operatorii revin la 09:00");
        assertThat(early.buttons()).containsExactly("queue.leave", "queue.cancel");
        assertThat(early.ticket()).isPresent();
        early.taps("queue.leave");
        assertThat(early.heard()).contains("Scrie");

        Player friday = player("2026-11-06T17:00:00Z").says("operator");
        assertThat(friday.heard()).contains("09.11.2026, 09:00");
    }

    @Test
    void aWindowThatShutsBeforeOpeningIsToldOfOnlyWhereThereIsOne() {
        Player telegram = player("2026-11-06T17:00:00Z").says("operator");
        assertThat(telegram.heard()).doesNotContain("nu îți pot scrie primul");
        Player whatsApp = player("2026-11-06T17:00:00Z");
        whatsApp.capabilities = Player.WHATSAPP;
        assertThat(whatsApp.says("operator").heard()).contains("nu îți pot scrie primul");
    }

    @Test
    void whoIsReallyThereMattersMoreThanThePlan() {
        Player player = player("2026-11-02T05:00:00Z");
        player.outlook = new QueueOutlook.Outlook(2, Optional.of(Duration.ofMinutes(4)), Set.of(Language.RO));
        assertThat(player.says("operator").heard()).contains("locul 2").doesNotContain("revin");
        Player nobody = player("2026-11-02T09:00:00Z").says("operator");
        assertThat(nobody.heard()).contains("Acum nu e").doesNotContain("revin la");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRequestForProtectionOutOfHoursIsConfirmedWithItsTime(Language language) {
        Player player = player("2026-11-02T05:00:00Z");
        player.hint = language;
        player.taps("menu.safety");
        assertThat(player.heard()).contains("07:00").contains("09:00");
        assertThat(player.ticket()).isPresent();
    }
}
