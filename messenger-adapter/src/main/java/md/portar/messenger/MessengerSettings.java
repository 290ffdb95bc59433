package md.portar.messenger;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;

/**
 * What is configured for one page under {@code channels.messenger.<account>}.
 *
 * @param appId our application, by which echoes of our own messages are told from other applications' words; empty if unknown
 * @param appSecrets the application's secret, and the one before it while it is being changed
 * @param verifyTokens what Meta has to know when it registers the webhook, and the one before it
 * @param api the Graph API with its version, such as {@code https://graph.facebook.com/v26.0}
 * @param humanAgent whether Meta granted the Human Agent permission
 */
record MessengerSettings(
        String pageId,
        String appId,
        Secret<String> pageToken,
        List<Secret<String>> appSecrets,
        List<Secret<String>> verifyTokens,
        URI api,
        Limits limits,
        boolean humanAgent) {
    private static final URI OFFICIAL = URI.create("https://graph.facebook.com");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,32}");
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,2}");
    private static final int SHORTEST_SECRET = 8;

    /**
     * How long to wait and how fast to send.
     *
     * @param perSecond text messages a second over the whole page; Meta allows 300
     */
    record Limits(Duration connect, Duration request, Duration conversationGap, int perSecond) {}

    MessengerSettings {
        appSecrets = List.copyOf(appSecrets);
        verifyTokens = List.copyOf(verifyTokens);
    }

    static MessengerSettings read(SettingsSection section) {
        String version = section.text("api-version", "v26.0");
        if (!VERSION.matcher(version).matches()) {
            section.problem("api-version", "expected a Graph API version such as v26.0");
        }
        List<Secret<String>> appSecrets = new ArrayList<>();
        appSecrets.add(secret(section, "app-secret"));
        section.optionalSecret("previous-app-secret").ifPresent(appSecrets::add);
        return new MessengerSettings(
                number(section, "page-id", section.text("page-id")),
                section.optionalText("app-id")
                        .map(id -> number(section, "app-id", id))
                        .orElse(""),
                secret(section, "page-token"),
                appSecrets,
                verifyTokens(section),
                api(section, version),
                new Limits(
                        section.duration("connect-timeout", Duration.ofSeconds(5)),
                        section.duration("request-timeout", Duration.ofSeconds(15)),
                        section.duration("conversation-gap", Duration.ZERO),
                        section.number("per-second", 300, 1, 10_000)),
                section.flag("human-agent", false));
    }

    private static List<Secret<String>> verifyTokens(SettingsSection section) {
        List<Secret<String>> tokens = new ArrayList<>();
        tokens.add(secret(section, "verify-token"));
        section.optionalSecret("previous-verify-token").ifPresent(tokens::add);
        return tokens;
    }

    private static Secret<String> secret(SettingsSection section, String key) {
        Secret<String> secret = section.secret(key);
        if (secret.reveal().length() < SHORTEST_SECRET && section.has(key)) {
            section.problem(key, "is too short to be a secret");
        }
        return secret;
    }

    private static String number(SettingsSection section, String key, String value) {
        if (section.has(key) && !NUMBER.matcher(value).matches()) {
            section.problem(key, "expected the number that Meta shows, digits only");
        }
        return value;
    }

    private static URI api(SettingsSection section, String version) {
        String base = section.url("api-url", OFFICIAL).toString().replaceAll("/+$", "");
        return URI.create(base + "/" + (VERSION.matcher(version).matches() ? version : "v26.0"));
    }
}
