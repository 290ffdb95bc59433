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
 * @param longQueue a wait beyond this offers to leave a message instead
 * @param caseBinding how long a matched account id need not be repeated
 * @param startLinks what known deep-link parameters open, as ids of buttons
 * @param hours when people answer in each language
 * @param caseLink reads signed links to a case; null when none are issued
 */
public record PlayerSettings(
        Language defaultLanguage,
        String caseExample,
        Duration longQueue,
        Duration caseBinding,
        Map<String, String> startLinks,
        ServiceHours hours,
        @Nullable CaseLink caseLink) {
    public PlayerSettings {
        startLinks = Map.copyOf(startLinks);
    }

    /** What holds when nothing is configured. */
    public static PlayerSettings standard() {
        return new PlayerSettings(
                Language.RO,
                "C-10482",
                Duration.ofMinutes(20),
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
