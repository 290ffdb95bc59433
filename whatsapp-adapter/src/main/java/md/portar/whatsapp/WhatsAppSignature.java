package md.portar.whatsapp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import md.portar.core.settings.Secret;

/**
 * Proves that a webhook comes from Twilio: {@code X-Twilio-Signature} is an HMAC-SHA1 over the address as registered at Twilio
 * and all form parameters (Twilio, Webhooks Security, read 2026-11-22). Our own code, because the SDK's validator cannot hold
 * repeated keys and decodes an encoded query behind a port.
 */
final class WhatsAppSignature {
    static final String HEADER = "x-twilio-signature";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final String BODY_HASH = "bodySHA256=";

    private final List<Secret<String>> authTokens;

    WhatsAppSignature(List<Secret<String>> authTokens) {
        this.authTokens = List.copyOf(authTokens);
    }

    /** Whether a form is genuine for this address, with or without the port that some proxies add or take away. */
    boolean isGenuine(String url, Map<String, List<String>> parameters, String sent) {
        String signed = appended(parameters);
        boolean genuine = false;
        for (String variant : portVariants(url)) {
            genuine |= matches(variant + signed, sent);
        }
        return genuine;
    }

    /** Whether a JSON body is genuine: the address carries the body's hash, and no parameter is appended. */
    boolean isGenuineJson(String url, byte[] body, String sent) {
        int at = url.indexOf(BODY_HASH);
        if (at < 0) {
            return false;
        }
        String hash = url.substring(at + BODY_HASH.length()).split("&", 2)[0];
        boolean sameBody = MessageDigest.isEqual(bytes(sha256(body)), bytes(hash));
        boolean genuine = isGenuine(url, Map.of(), sent);
        return genuine && sameBody;
    }

    /**
     * What the operator probably has to change: says for which other form of the address the signature would be right. Helps
     * nobody else, as it only speaks about requests that Twilio signed.
     */
    Optional<String> explain(
            URI configured, String host, String query, Map<String, List<String>> parameters, String sent) {
        Map<String, String> guesses = new LinkedHashMap<>();
        String base = configured.toString();
        guesses.put(
                "the other scheme (http or https)",
                base.startsWith("https:") ? "http:" + base.substring(6) : "https:" + base.replaceFirst("^http:", ""));
        guesses.put("a trailing slash", base + "/");
        guesses.put("no query", base);
        guesses.put("no trailing slash", base.replaceAll("/+$", ""));
        if (HOST.matcher(host).matches()) {
            String path = configured.getRawPath() == null ? "" : configured.getRawPath();
            guesses.put("the host of the request and https", "https://" + host + path);
            guesses.put("the host of the request and http", "http://" + host + path);
        }
        guesses.put("no path", base.replaceAll("(?<=[^:/])/.*$", ""));
        guesses.put("no path but a slash", base.replaceAll("(?<=[^:/])/.*$", "/"));
        for (Map.Entry<String, String> guess : guesses.entrySet()) {
            String suffix = query.isEmpty() || guess.getKey().equals("no query") ? "" : "?" + query;
            if (isGenuine(guess.getValue() + suffix, parameters, sent)) {
                return Optional.of("the signature fits the configured address with " + guess.getKey()
                        + "; set public-url to what is registered at Twilio");
            }
        }
        return Optional.empty();
    }

    private boolean matches(String content, String sent) {
        boolean genuine = false;
        for (Secret<String> token : authTokens) {
            // Not short-circuited: which of two tokens matched is nobody's business.
            genuine |= MessageDigest.isEqual(bytes(sign(token, content)), bytes(sent));
        }
        return genuine;
    }

    static String sign(Secret<String> token, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(token.reveal()), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes(content)));
        } catch (GeneralSecurityException e) {
            // Cannot happen: HmacSHA1 is required of every JDK.
            throw new IllegalStateException("no HmacSHA1 in this JDK", e);
        }
    }

    /** Keys by code point; each distinct value of a repeated key, sorted, with the key before it. */
    static String appended(Map<String, List<String>> parameters) {
        StringBuilder appended = new StringBuilder();
        for (String key : new TreeSet<>(parameters.keySet())) {
            for (String value : new TreeSet<>(parameters.getOrDefault(key, List.of()))) {
                appended.append(key).append(value);
            }
        }
        return appended.toString();
    }

    /** The address as it is, without its port, and with the scheme's own port; text surgery, so that nothing is re-encoded. */
    static List<String> portVariants(String url) {
        List<String> variants = new ArrayList<>(List.of(url));
        int start = url.indexOf("://");
        if (start < 0) {
            return variants;
        }
        int end = start + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start + 3, end);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf('@')
                && colon > authority.lastIndexOf(']')
                && authority.substring(colon + 1).chars().allMatch(Character::isDigit);
        String head = url.substring(0, start + 3);
        String tail = url.substring(end);
        if (hasPort) {
            variants.add(head + authority.substring(0, colon) + tail);
        } else {
            variants.add(head + authority + (url.startsWith("https") ? ":443" : ":80") + tail);
        }
        return variants;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            // Cannot happen: SHA-256 is required of every JDK.
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
