package md.portar.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells Telegram's requests from others by the secret that {@code setWebhook} registered (<a
 * href="https://core.telegram.org/bots/api#setwebhook">Bot API</a>, read 2026-11). Immutable and thread-safe.
 */
final class TelegramSignature {
    static final String HEADER = "x-telegram-bot-api-secret-token";

    // Digests, because comparing them takes the same time for secrets of any length.
    private final List<byte[]> accepted;

    TelegramSignature(TelegramSettings.@Nullable WebhookSecrets secrets) {
        List<byte[]> digests = new ArrayList<>();
        if (secrets != null) {
            digests.add(digest(secrets.current().reveal()));
            if (secrets.previous() != null) {
                digests.add(digest(secrets.previous().reveal()));
            }
        }
        accepted = List.copyOf(digests);
    }

    /** Why the request is not Telegram's; empty when it is. */
    Optional<RefusalReason> objection(WebhookRequest request) {
        Optional<String> sent = request.onlyHeader(HEADER);
        if (sent.isEmpty()) {
            return Optional.of(RefusalReason.UNSIGNED);
        }
        byte[] digest = digest(sent.get());
        boolean genuine = false;
        for (byte[] secret : accepted) {
            genuine |= MessageDigest.isEqual(secret, digest);
        }
        return genuine ? Optional.empty() : Optional.of(RefusalReason.WRONG_SIGNATURE);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            // Cannot happen: SHA-256 is required of every JDK.
            throw new IllegalStateException(e);
        }
    }
}
