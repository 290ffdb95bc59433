package md.portar.gateway.oncall;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import md.portar.core.pipeline.OnCall.When;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;
import okhttp3.HttpUrl;

/**
 * Who is told of requests for protection.
 *
 * @param url where notices are posted; a secret, since with many receivers whoever knows it may post
 * @param token sent as a bearer token; empty when the receiver wants none
 * @param when any of these is enough
 */
public record OnCallSettings(Secret<HttpUrl> url, Optional<Secret<String>> token, Set<When> when) {
    private static final Set<When> USUAL = EnumSet.of(When.OUT_OF_HOURS, When.UNATTENDED, When.DISTRESS);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final String EXPECTED = "expected an https address such as https://alerts.example.org/portar";

    public OnCallSettings {
        when = Set.copyOf(when);
    }

    /** Reads {@code on-call}; problems go into the section, and never what was written. Empty where nobody is called. */
    public static Optional<OnCallSettings> read(SettingsSection section) {
        if (section.keys().isEmpty()) {
            return Optional.empty();
        }
        Optional<Secret<HttpUrl>> url = url(section);
        Optional<Secret<String>> token = section.optionalSecret("token");
        if (token.filter(written -> !TOKEN.matcher(written.reveal()).matches()).isPresent()) {
            section.problem("token", "expected visible ASCII characters without spaces");
            token = Optional.empty();
        }
        Set<When> when = when(section);
        Optional<Secret<String>> valid = token;
        return url.map(address -> new OnCallSettings(address, valid, when));
    }

    private static Optional<Secret<HttpUrl>> url(SettingsSection section) {
        Optional<String> written = section.optionalText("url");
        if (written.isEmpty()) {
            section.problem("url", "is required: where notices of requests for protection are posted");
            return Optional.empty();
        }
        HttpUrl url = HttpUrl.parse(written.get());
        if (url == null) {
            section.problem("url", EXPECTED);
            return Optional.empty();
        }
        if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
            section.problem("url", EXPECTED + "; plain http only on this machine");
            return Optional.empty();
        }
        if (!url.username().isEmpty() || !url.password().isEmpty() || url.fragment() != null) {
            section.problem("url", EXPECTED + ", without user or fragment; a token goes into on-call.token");
            return Optional.empty();
        }
        return Optional.of(Secret.of(url));
    }

    private static Set<When> when(SettingsSection section) {
        if (!section.has("when")) {
            return USUAL;
        }
        Set<When> when = EnumSet.noneOf(When.class);
        List<String> written = section.texts("when");
        for (String word : written) {
            for (When each : When.values()) {
                if (each.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                    when.add(each);
                }
            }
        }
        if (when.isEmpty() || when.size() != Set.copyOf(written).size()) {
            section.problem("when", "expected a list of out-of-hours, unattended, distress, always");
        }
        return when;
    }
}
