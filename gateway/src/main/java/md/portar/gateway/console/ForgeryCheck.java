package md.portar.gateway.console;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import md.portar.core.settings.Secret;

/**
 * Whether an action comes from the console's own page. Two independent checks: where the browser says the request comes from,
 * and a token that only a page of the same session holds. The token is derived from the session id, so that every node
 * knows it and nothing has to be kept.
 */
final class ForgeryCheck {
    static final String HEADER = "X-Console-Token";
    private static final byte[] PURPOSE = "console action".getBytes(StandardCharsets.UTF_8);

    private final ConsoleSettings settings;

    ForgeryCheck(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** The token that pages of a session carry. */
    static String token(Secret<String> session) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(session.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
        } catch (GeneralSecurityException e) {
            // Cannot happen: HmacSHA256 is required of every JDK.
            throw new IllegalStateException(e);
        }
    }

    /** Whether the browser vouches that our own page sent it. A request that says nothing about its origin is not taken. */
    boolean sameOrigin(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        if (origin == null || request.authority() == null) {
            return false;
        }
        return origin.toLowerCase(Locale.ROOT)
                .equals(settings.origin(request.authority().toString()));
    }

    /** Whether an action of a signed-in agent is his own. */
    boolean passes(HttpServerRequest request, Secret<String> session) {
        String token = request.getHeader(HEADER);
        return token != null
                && sameOrigin(request)
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), token(session).getBytes(StandardCharsets.UTF_8));
    }
}
