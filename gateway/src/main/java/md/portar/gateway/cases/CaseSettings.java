package md.portar.gateway.cases;

import java.time.Duration;
import java.util.Optional;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;

/**
 * Where cases are known, and whether links to them are issued.
 *
 * @param source the help desk; empty for the local table
 * @param linkSecret signs deep links; empty when none are issued
 * @param linkValid how long a link is good
 */
public record CaseSettings(
        Optional<HttpSourceSettings> source, Optional<Secret<String>> linkSecret, Duration linkValid) {
    private static final int LEAST_SECRET = 16;

    /** Where cases are known. */
    private enum Source {
        LOCAL,
        HTTP
    }

    /** Reads {@code cases}; problems go into the section. */
    public static CaseSettings read(SettingsSection section) {
        Source source = section.choice("source", Source.class, Source.LOCAL);
        Optional<Secret<String>> secret = section.optionalSecret("link-secret");
        if (secret.filter(key -> key.reveal().length() < LEAST_SECRET).isPresent()) {
            section.problem("link-secret", "expected at least " + LEAST_SECRET + " characters");
            secret = Optional.empty();
        }
        // Read even when it is not in use, so that its mistakes are found before it is.
        Optional<HttpSourceSettings> desk = source == Source.HTTP || section.has("http")
                ? Optional.of(HttpSourceSettings.read(section.section("http")))
                : Optional.empty();
        return new CaseSettings(
                desk.filter(any -> source == Source.HTTP), secret, section.duration("link-valid", Duration.ofDays(14)));
    }

    /** Signs and reads links, if any are issued. */
    public Optional<CaseLink> links() {
        return linkSecret.map(CaseLink::new);
    }
}
