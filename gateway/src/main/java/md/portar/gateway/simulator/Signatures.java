package md.portar.gateway.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures the platforms put on their webhooks. */
final class Signatures {
    private Signatures() {}

    /** Twilio: address, then each parameter's name and value, names sorted, a repeated value once. */
    static String twilio(String authToken, String url, Form form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form.fields())
                .forEach((name, values) -> new TreeSet<>(values)
                        .forEach(value -> signed.append(name).append(value)));
        return Base64.getEncoder()
                .encodeToString(hmac("HmacSHA1", authToken, signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Meta: over the bytes of the body as they travel. */
    static String meta(String appSecret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", appSecret, body));
    }

    static String appSecretProof(String appSecret, String accessToken) {
        return HexFormat.of().formatHex(hmac("HmacSHA256", appSecret, accessToken.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(String algorithm, String key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) { // both algorithms are required of every JDK
            throw new IllegalStateException(algorithm, impossible);
        }
    }

    /** The same signature with its first characters changed: right shape, wrong value. */
    static String forged(String signature) {
        int start = signature.startsWith("sha256=") ? 7 : 0;
        String turned = signature.substring(start, start + 4).equals("0000") ? "1111" : "0000";
        return signature.substring(0, start) + turned + signature.substring(start + 4);
    }
}
