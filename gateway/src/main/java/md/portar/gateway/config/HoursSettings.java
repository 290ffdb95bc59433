package md.portar.gateway.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.message.Language;
import md.portar.core.routing.ServiceHours;
import md.portar.core.settings.SettingsSection;

/** Reads {@code hours}: when people answer in each language, holidays, and the time zone of all of it. */
final class HoursSettings {
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final Pattern SHIFT = Pattern.compile(
            "(?<first>[A-Z][a-z])(?:-(?<last>[A-Z][a-z]))? (?<from>\\d{2}:\\d{2})-(?<to>\\d{2}:\\d{2})");
    private static final String EXPECTED = "expected hours such as Mo-Fr 09:00-18:00 or Mo-Su 00:00-24:00";

    private HoursSettings() {}

    static ServiceHours read(SettingsSection section) {
        ZoneId zone = zone(section);
        Set<LocalDate> holidays = new HashSet<>();
        for (String day : section.texts("holidays")) {
            try {
                holidays.add(LocalDate.parse(day));
            } catch (DateTimeException wrong) {
                section.problem("holidays", "expected dates such as 2026-12-25");
            }
        }
        Map<Language, List<ServiceHours.Shift>> shifts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            if (section.has(language.code())) {
                shifts.put(language, shifts(section, language.code()));
            }
        }
        return new ServiceHours(shifts, holidays, zone);
    }

    private static ZoneId zone(SettingsSection section) {
        try {
            return ZoneId.of(section.text("zone", "Europe/Chisinau"));
        } catch (DateTimeException wrong) {
            section.problem("zone", "expected a time zone such as Europe/Chisinau");
            return ServiceHours.ALWAYS.zone();
        }
    }

    private static List<ServiceHours.Shift> shifts(SettingsSection section, String key) {
        List<ServiceHours.Shift> shifts = new ArrayList<>();
        for (String written : section.texts(key)) {
            Optional<ServiceHours.Shift> shift = shift(written.strip());
            if (shift.isEmpty()) {
                section.problem(key, EXPECTED);
            }
            shift.ifPresent(shifts::add);
        }
        return shifts;
    }

    private static Optional<ServiceHours.Shift> shift(String written) {
        Matcher matcher = SHIFT.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = DAYS.indexOf(matcher.group("first"));
        int last = matcher.group("last") == null ? first : DAYS.indexOf(matcher.group("last"));
        if (first < 0 || last < 0) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int day = first; day != (last + 1) % 7 || days.isEmpty(); day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
        }
        return times(matcher).map(times -> new ServiceHours.Shift(days, times.get(0), times.get(1)));
    }

    /** Both times; a shift over midnight has to be written as two. */
    private static Optional<List<LocalTime>> times(Matcher matcher) {
        try {
            LocalTime from = LocalTime.parse(matcher.group("from"));
            boolean untilMidnight = matcher.group("to").equals("24:00");
            LocalTime to = untilMidnight ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group("to"));
            return untilMidnight || from.isBefore(to) ? Optional.of(List.of(from, to)) : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
