package md.portar.gateway.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.pipeline.EngineSettings.Manners;
import md.portar.core.routing.PlayerSettings.Limits;
import md.portar.core.settings.Durations;
import md.portar.core.settings.SettingsSection;

/**
 * Limits for players who write very fast, wait or guess, under {@code flood}, {@code queue} and {@code cases}.
 *
 * @param limits how much is answered at once, and what counts as a long wait
 * @param manners when those who wait are told how it stands, and how many wrong case numbers lock
 */
public record DialogueSettings(Limits limits, Manners manners) {
    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_GUESSES = 1_000;
    private static final int MOST_NOTICES = 10;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final String EXPECTED = "expected up to 10 growing times from 1m to 24h, such as [3m, 10m, 25m]";

    /** Reads the settings from the root; problems go into their sections. */
    static DialogueSettings read(SettingsSection root) {
        return new DialogueSettings(limits(root), manners(root));
    }

    private static Limits limits(SettingsSection root) {
        Limits usual = Limits.standard();
        SettingsSection flood = root.section("flood");
        int soft = flood.number("soft", usual.softFlood(), 1, MOST_MESSAGES);
        int hard = flood.number("hard", Math.max(soft, usual.hardFlood()), 1, MOST_MESSAGES);
        if (hard < soft) {
            flood.problem("hard", "is less than flood.soft");
            hard = soft;
        }
        SettingsSection queue = root.section("queue");
        Duration longQueue = queue.duration("long", usual.longQueue());
        if (!isWait(longQueue)) {
            queue.problem("long", "expected a time from 1m to 24h");
        }
        return new Limits(soft, hard, longQueue);
    }

    private static Manners manners(SettingsSection root) {
        Manners usual = Manners.defaults();
        SettingsSection cases = root.section("cases");
        int guesses = cases.number("attempts", usual.guesses(), 1, MOST_GUESSES);
        int perDay = cases.number("attempts-per-day", Math.max(guesses, usual.guessesPerDay()), 1, MOST_GUESSES);
        if (perDay < guesses) {
            cases.problem("attempts-per-day", "is less than cases.attempts");
            perDay = guesses;
        }
        return new Manners(notices(root.section("queue"), usual.waitNotices()), guesses, perDay);
    }

    private static List<Duration> notices(SettingsSection queue, List<Duration> usual) {
        if (!queue.has("notices")) {
            return usual;
        }
        List<Duration> notices = new ArrayList<>();
        for (String written : queue.texts("notices")) {
            Optional<Duration> notice = Durations.parse(written);
            boolean fits = notice.filter(DialogueSettings::isWait).isPresent()
                    && (notices.isEmpty() || notice.get().compareTo(notices.get(notices.size() - 1)) > 0);
            if (!fits || notices.size() == MOST_NOTICES) {
                queue.problem("notices", EXPECTED);
                return usual;
            }
            notices.add(notice.get());
        }
        return notices;
    }

    private static boolean isWait(Duration time) {
        return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
    }
}
