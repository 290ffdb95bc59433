package md.portar.messenger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Addresses of the Graph API and what every call carries: the page token as a bearer (in a URL it would end in logs) and the
 * {@code appsecret_proof}, which binds the token to our application.
 */
final class MessengerGraph {
    private final MessengerSettings settings;
    private final String proof;

    MessengerGraph(MessengerSettings settings) {
        this.settings = settings;
        this.proof = MessengerSignature.hmac(
                settings.appSecrets().get(0), settings.pageToken().reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** The page's own edge, such as {@code messages}. */
    HttpUrl page(String edge) {
        return url(settings.pageId() + "/" + edge, Map.of());
    }

    /** The page itself, with no more than its id. */
    HttpUrl node() {
        return url(settings.pageId(), Map.of("fields", "id"));
    }

    /** An edge of the token's own page, such as {@code messenger_profile}. */
    HttpUrl me(String edge, Map<String, String> query) {
        return url("me/" + edge, query);
    }

    private HttpUrl url(String path, Map<String, String> query) {
        HttpUrl.Builder url =
                HttpUrl.get(settings.api().toString() + "/" + path).newBuilder();
        query.forEach(url::addQueryParameter);
        return url.addQueryParameter("appsecret_proof", proof).build();
    }

    Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + settings.pageToken().reveal());
    }
}
