package md.portar.core.casestatus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.settings.Secret;

/**
 * Signed parameters of deep links that name a case and its account, so that a player who follows a link from an e-mail need not
 * type either. At most 64 characters of {@code A-Za-z0-9_-}, which is what messengers allow. Whoever holds a link can read the
 * case's status until it expires, nothing else. Immutable and thread-safe.
 */
public final class CaseLink {
    private static final String PREFIX = "c_";
    private static final Pattern GRAMMAR = Pattern.compile("c_[A-Za-z0-9_-]{20,62}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 12;
    private static final int EXPIRY_BYTES = 3;
    private static final int LEAST_KEY_BYTES = 16;

    private final SecretKeySpec key;

    /** @param secret at least 16 bytes; a new one makes all earlier links worthless */
    public CaseLink(Secret<String> secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("the secret of case links has fewer than 16 bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** Whether a parameter looks like one of ours; says nothing about its signature. */
    public static boolean isOne(String parameter) {
        return GRAMMAR.matcher(parameter).matches();
    }

    /** The parameter for a case; good until the full hour after the given time. */
    public String parameter(CaseNumber number, AccountId account, Instant until) {
        byte[] numberBytes = number.value().getBytes(StandardCharsets.US_ASCII);
        byte[] accountBytes = account.value().getBytes(StandardCharsets.US_ASCII);
        int hours = Math.toIntExact(Duration.between(Instant.EPOCH, until).toHours() + 1);
        ByteBuffer payload = ByteBuffer.allocate(EXPIRY_BYTES + 1 + numberBytes.length + accountBytes.length);
        payload.put((byte) (hours >> 16)).put((byte) (hours >> 8)).put((byte) hours);
        payload.put((byte) numberBytes.length).put(numberBytes).put(accountBytes);
        byte[] signed = Arrays.copyOf(payload.array(), payload.capacity() + SIGNATURE_BYTES);
        System.arraycopy(signature(payload.array()), 0, signed, payload.capacity(), SIGNATURE_BYTES);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** What a parameter names; empty when it is forged, mangled or expired. */
    public Optional<CaseLookup.Claim> read(String parameter, Instant now) {
        if (!isOne(parameter)) {
            return Optional.empty();
        }
        try {
            byte[] signed = Base64.getUrlDecoder().decode(parameter.substring(PREFIX.length()));
            int length = signed.length - SIGNATURE_BYTES;
            if (length <= EXPIRY_BYTES + 1) {
                return Optional.empty();
            }
            byte[] payload = Arrays.copyOf(signed, length);
            byte[] given = Arrays.copyOfRange(signed, length, signed.length);
            if (!MessageDigest.isEqual(signature(payload), given)) {
                return Optional.empty();
            }
            return claim(payload, now);
        } catch (IllegalArgumentException mangled) {
            return Optional.empty();
        }
    }

    private static Optional<CaseLookup.Claim> claim(byte[] payload, Instant now) {
        long hours = (payload[0] & 0xFFL) << 16 | (payload[1] & 0xFFL) << 8 | payload[2] & 0xFFL;
        int numberEnd = EXPIRY_BYTES + 1 + payload[EXPIRY_BYTES];
        if (numberEnd > payload.length || !now.isBefore(Instant.EPOCH.plus(Duration.ofHours(hours)))) {
            return Optional.empty();
        }
        String number = new String(payload, EXPIRY_BYTES + 1, payload[EXPIRY_BYTES], StandardCharsets.US_ASCII);
        String account = new String(payload, numberEnd, payload.length - numberEnd, StandardCharsets.US_ASCII);
        return Optional.of(new CaseLookup.Claim(new CaseNumber(number), new AccountId(account)));
    }

    private byte[] signature(byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            // Cannot happen: HmacSHA256 is required of every JDK.
            throw new IllegalStateException("HmacSHA256 is missing", e);
        }
    }
}
