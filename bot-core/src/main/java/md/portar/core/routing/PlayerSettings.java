package md.portar.core.routing;

import java.time.Duration;
import java.util.Map;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * The operator's choices about the dialogue with players.
 *
 * @param defaultLanguage used when nothing else tells a language
 * @param caseExample what a case number looks like; its letters are also put before bare digits
 * @param limits how much is answered at once, and what counts as a long wait
 * @param caseBinding how long a matched account id need not be repeated
 * @param startLinks what known deep-link parameters open, as ids of buttons
 * @param hours when people answer in each language
 * @param caseLink reads signed links to a case; null when none are issued
 */
public record PlayerSettings(
        Language defaultLanguage,
        String caseExample,
        Limits limits,
        Duration caseBinding,
        Map<String, String> startLinks,
        ServiceHours hours,
        @Nullable CaseLink caseLink) {
    public PlayerSettings {
        startLinks = Map.copyOf(startLinks);
    }

    /**
     * @param softFlood more messages than this within a minute are answered every few seconds only
     * @param hardFlood more than this within a minute are kept and not answered; at least the soft limit
     * @param longQueue a wait beyond this offers to leave a message instead
     */
    public record Limits(int softFlood, int hardFlood, Duration longQueue) {
        public Limits {
            if (softFlood < 1 || hardFlood < softFlood) {
                throw new IllegalArgumentException("the hard limit is at least the soft one, which is positive");
            }
        }

        /** What holds when nothing is configured. */
        public static Limits standard() {
            return new Limits(20, 60, Duration.ofMinutes(20));
        }
    }

    /** What holds when nothing is configured. */
    public static PlayerSettings standard() {
        return new PlayerSettings(
                Language.RO,
                "C-10482",
                Limits.standard(),
                Duration.ofMinutes(30),
                Map.of(
                        "payments", "topic.payments",
                        "site_payments", "topic.payments",
                        "login", "topic.login",
                        "status", "menu.status",
                        "human", "menu.human",
                        "safety", "menu.safety"),
                ServiceHours.ALWAYS,
                null);
    }
}
