package md.portar.gateway.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.SimulatorSettings;

/** Signs bodies as the platforms do, byte for byte as given. Written from the platforms' descriptions, not from the product. */
final class Signed {
    private static final String JSON = "Content-Type: application/json";
    static final String FORM = "Content-Type: application/x-www-form-urlencoded; charset=UTF-8";

    private final SimulatorSettings accounts;

    Signed(SimulatorSettings accounts) {
        this.accounts = accounts;
    }

    /** A genuine request with this body. */
    byte[] request(ChatApp app, byte[] body) {
        return RawHttp.request("POST", Site.path(app), headers(app, body), body);
    }

    byte[] request(ChatApp app, String body) {
        return request(app, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The headers of a genuine request. */
    List<String> headers(ChatApp app, byte[] body) {
        return switch (app) {
            case TELEGRAM ->
                List.of(
                        JSON,
                        "X-Telegram-Bot-Api-Secret-Token: "
                                + accounts.telegram().webhookSecret());
            case MESSENGER ->
                List.of(
                        JSON,
                        "X-Hub-Signature-256: sha256="
                                + meta(accounts.messenger().appSecret(), body));
            case WHATSAPP ->
                List.of(
                        FORM,
                        "X-Twilio-Signature: "
                                + twilio(accounts.whatsApp().authToken(), Site.PUBLIC + Site.path(app), fields(body)));
        };
    }

    static String meta(String secret, byte[] body) {
        return HexFormat.of().formatHex(hmac("HmacSHA256", secret, body));
    }

    static String twilio(String token, String url, Map<String, List<String>> fields) {
        StringBuilder text = new StringBuilder(url);
        fields.forEach((name, values) ->
                new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
        return Base64.getEncoder()
                .encodeToString(hmac("HmacSHA1", token, text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Names and values of a form; what cannot be decoded is left as it is. */
    static Map<String, List<String>> fields(byte[] body) {
        Map<String, List<String>> fields = new TreeMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String part : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            fields.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    static byte[] hmac(String algorithm, String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) { // required of every JDK
            throw new IllegalStateException(algorithm, impossible);
        }
    }
}
