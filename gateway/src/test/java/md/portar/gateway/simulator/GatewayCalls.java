package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** The calls a gateway makes to the three platforms, by plain HTTP. */
final class GatewayCalls {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SimulatorSettings settings;
    private final String base;

    /** An answer: status, the body as JSON where it is JSON, and Meta's usage header. */
    record Answer(int status, String body, String usage) {
        JsonNode json() {
            return Json.read(body).orElseThrow();
        }
    }

    GatewayCalls(Simulator simulator, SimulatorSettings settings) {
        this.settings = settings;
        this.base = simulator.url();
    }

    Answer telegram(String method, String json) {
        return send(HttpRequest.newBuilder(uri("/bot" + settings.telegram().token() + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer twilio(Map<String, String> form) {
        return twilioPost(
                "/2010-04-01/Accounts/" + account() + "/Messages.json",
                Form.of(form).encoded());
    }

    Answer twilioPost(String path, String form) {
        return send(basic(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Answer twilioGet(String path) {
        return send(basic(path).GET());
    }

    Answer twilioDelete(String path) {
        return send(basic(path).DELETE());
    }

    Answer content(String json) {
        return send(basic("/v1/Content")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer graph(String edge, String json) {
        return graph(
                edge,
                json,
                Signatures.appSecretProof(
                        settings.messenger().appSecret(), settings.messenger().pageToken()));
    }

    Answer graph(String edge, String json, String proof) {
        return send(HttpRequest.newBuilder(uri("/v26.0/me/" + edge + "?appsecret_proof=" + proof))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + settings.messenger().pageToken())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer graphGet(String path) {
        String proof = Signatures.appSecretProof(
                settings.messenger().appSecret(), settings.messenger().pageToken());
        return send(HttpRequest.newBuilder(
                        uri("/v26.0/" + path + (path.contains("?") ? "&" : "?") + "appsecret_proof=" + proof))
                .header("Authorization", "Bearer " + settings.messenger().pageToken())
                .GET());
    }

    Answer page(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("X-Business-Use-Case-Usage").orElse(""));
        } catch (IOException noAnswer) {
            return new Answer(0, "", "");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    URI uri(String path) {
        return URI.create(base + path);
    }

    private String account() {
        return settings.whatsApp().accountSid();
    }

    private HttpRequest.Builder basic(String path) {
        String credentials = account() + ":" + settings.whatsApp().authToken();
        return HttpRequest.newBuilder(uri(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
