package md.portar.core.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import md.portar.core.message.Language;

/**
 * When people answer in each language, in the operator's time zone; on holidays nobody does. A language without an entry is
 * answered at all hours. Only the plan: whether somebody really is there, the desk knows. Immutable and thread-safe.
 */
public final class ServiceHours {
    /** Somebody is there at all hours. */
    public static final ServiceHours ALWAYS = new ServiceHours(Map.of(), Set.of(), ZoneId.of("Europe/Chisinau"));

    private static final int LONGEST_LOOK_AHEAD_DAYS = 31;

    private final Map<Language, List<Shift>> shifts;
    private final Set<LocalDate> holidays;
    private final ZoneId zone;

    public ServiceHours(Map<Language, List<Shift>> shifts, Set<LocalDate> holidays, ZoneId zone) {
        this.shifts = Map.copyOf(shifts);
        this.holidays = Set.copyOf(holidays);
        this.zone = zone;
    }

    /**
     * Hours of one or more days of the week.
     *
     * @param to the end; midnight is the end of the day
     */
    public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Shift {
            days = Set.copyOf(days);
        }

        private boolean holds(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isOpen(Language language, Instant at) {
        List<Shift> own = shifts.get(language);
        if (own == null) {
            return !holidays.contains(at.atZone(zone).toLocalDate());
        }
        ZonedDateTime local = at.atZone(zone);
        return !holidays.contains(local.toLocalDate())
                && own.stream()
                        .anyMatch(shift ->
                                shift.days().contains(local.getDayOfWeek()) && shift.holds(local.toLocalTime()));
    }

    /** Whether people answer in any language now. */
    public boolean isOpen(Instant at) {
        return List.of(Language.values()).stream().anyMatch(language -> isOpen(language, at));
    }

    /** When the next shift of the language begins; empty when it is open now or nothing is planned within a month. */
    public Optional<Instant> opensAt(Language language, Instant now) {
        if (isOpen(language, now)) {
            return Optional.empty();
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= LONGEST_LOOK_AHEAD_DAYS; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Optional<Instant> next = holidays.contains(day)
                    ? Optional.empty()
                    : beginnings(language, day).stream()
                            .filter(begin -> begin.isAfter(now))
                            .min(Comparator.naturalOrder());
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private List<Instant> beginnings(Language language, LocalDate day) {
        List<Shift> own = shifts.get(language);
        if (own == null) {
            return List.of(day.atStartOfDay(zone).toInstant());
        }
        List<Instant> beginnings = new ArrayList<>();
        for (Shift shift : own) {
            if (shift.days().contains(day.getDayOfWeek())) {
                beginnings.add(day.atTime(shift.from()).atZone(zone).toInstant());
            }
        }
        return beginnings;
    }
}
