package md.portar.messenger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.settings.Secret;

/**
 * Proves that a webhook comes from Meta: {@code X-Hub-Signature-256} is an HMAC-SHA256 over the body's bytes as they came
 * (Meta escapes non-ASCII, so a body written again has another signature). The older SHA-1 header proves nothing here.
 */
final class MessengerSignature {
    static final String HEADER = "x-hub-signature-256";
    private static final String PREFIX = "sha256=";

    private final List<Secret<String>> appSecrets;

    MessengerSignature(List<Secret<String>> appSecrets) {
        this.appSecrets = List.copyOf(appSecrets);
    }

    /** Why the request is not genuine; empty when it is. Takes the same time for every wrong signature. */
    Optional<RefusalReason> objection(WebhookRequest request) {
        Optional<String> header = request.onlyHeader(HEADER);
        if (header.isEmpty()) {
            return Optional.of(RefusalReason.UNSIGNED);
        }
        byte[] sent = header.get().getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (Secret<String> secret : appSecrets) {
            String expected = PREFIX + hmac(secret, request.body().bytes());
            // Not short-circuited: which of two secrets matched is nobody's business.
            genuine |= MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent);
        }
        return genuine ? Optional.empty() : Optional.of(RefusalReason.WRONG_SIGNATURE);
    }

    /** Lower-case hex of the keyed hash; with the page token as content it is the {@code appsecret_proof}. */
    static String hmac(Secret<String> secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            // Cannot happen: HmacSHA256 is required of every JDK.
            throw new IllegalStateException("no HmacSHA256 in this JDK", e);
        }
    }
}
