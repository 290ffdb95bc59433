package md.portar.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * What is configured for one bot under {@code channels.telegram.<account>}.
 *
 * @param webhookSecrets what a genuine webhook request carries; absent when polling without a webhook
 * @param apiUrl the Bot API server: scheme, host and port
 */
record TelegramSettings(
        Secret<String> token,
        @Nullable WebhookSecrets webhookSecrets,
        URI apiUrl,
        Mode mode,
        Timeouts timeouts,
        Pace pace,
        int webhookConnections) {
    private static final URI OFFICIAL = URI.create("https://api.telegram.org");
    private static final Pattern TOKEN = Pattern.compile("[0-9]{3,20}:[A-Za-z0-9_-]{8,128}");
    // https://core.telegram.org/bots/api#setwebhook allows 1–256 of these; short ones can be guessed.
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");

    /** How updates arrive. */
    enum Mode {
        WEBHOOK,
        POLLING
    }

    /**
     * The secret that is registered now, and the one before it, which stays valid while updates signed with it may still be
     * under way.
     */
    record WebhookSecrets(Secret<String> current, @Nullable Secret<String> previous) {}

    /**
     * How long to wait.
     *
     * @param request for one whole call
     * @param poll how long Telegram may hold an empty answer back
     */
    record Timeouts(Duration connect, Duration request, Duration poll) {}

    /** How fast to send; the platform's own answer 429 binds in any case. */
    record Pace(Duration conversationGap, int perSecond) {}

    static TelegramSettings read(SettingsSection section) {
        Mode mode = section.choice("mode", Mode.class, Mode.WEBHOOK);
        Secret<String> token = section.secret("token");
        if (!token.reveal().isEmpty() && !TOKEN.matcher(token.reveal()).matches()) {
            section.problem("token", "is not a bot token: digits, a colon, then letters, digits, _ and -");
        }
        return new TelegramSettings(
                token,
                secrets(section, mode),
                apiUrl(section),
                mode,
                new Timeouts(
                        section.duration("connect-timeout", Duration.ofSeconds(5)),
                        section.duration("request-timeout", Duration.ofSeconds(15)),
                        section.duration("poll-timeout", Duration.ofSeconds(50))),
                new Pace(
                        section.duration("conversation-gap", Duration.ofSeconds(1)),
                        section.number("per-second", 30, 1, 10_000)),
                section.number("webhook-connections", 40, 1, 100));
    }

    private static @Nullable WebhookSecrets secrets(SettingsSection section, Mode mode) {
        Optional<Secret<String>> current = mode == Mode.WEBHOOK
                ? Optional.of(section.secret("webhook-secret"))
                : section.optionalSecret("webhook-secret");
        Optional<Secret<String>> previous = section.optionalSecret("previous-webhook-secret");
        current.ifPresent(secret -> check(section, "webhook-secret", secret));
        previous.ifPresent(secret -> check(section, "previous-webhook-secret", secret));
        return current.map(secret -> new WebhookSecrets(secret, previous.orElse(null)))
                .orElse(null);
    }

    private static void check(SettingsSection section, String key, Secret<String> secret) {
        if (!secret.reveal().isEmpty() && !SECRET.matcher(secret.reveal()).matches()) {
            section.problem(key, "16 to 256 characters of A-Z a-z 0-9 _ - are expected");
        }
    }

    private static URI apiUrl(SettingsSection section) {
        URI url = section.url("api-url", OFFICIAL);
        String path = url.getRawPath();
        boolean hasPath = path != null && !path.isEmpty() && !path.equals("/");
        if (url.getHost() == null || hasPath) {
            section.problem("api-url", "scheme, host and port are expected, without a path");
            return OFFICIAL;
        }
        return url;
    }

    /** The server as TelegramBots wants it. */
    TelegramUrl server() {
        return TelegramUrl.builder()
                .schema(apiUrl.getScheme())
                .host(apiUrl.getHost())
                .port(port())
                .build();
    }

    int port() {
        if (apiUrl.getPort() > 0) {
            return apiUrl.getPort();
        }
        return apiUrl.getScheme().equals("http") ? 80 : 443;
    }
}
