package md.portar.gateway.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What a gateway's metrics say at one moment. */
final class Metrics {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> lines;

    private Metrics(List<String> lines) {
        this.lines = lines;
    }

    static Metrics of(GatewayProcess gateway) throws IOException, InterruptedException {
        return new Metrics(get(gateway, "/metrics").body().lines().toList());
    }

    /** An answer from the private address. */
    static HttpResponse<String> get(GatewayProcess gateway, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway.privateUrl() + path)).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A counter over all of its labels, or those lines of it that contain all the given label texts. */
    double sum(String name, String... labels) {
        double sum = 0;
        for (String line : lines) {
            boolean named = line.startsWith(name + "{") || line.startsWith(name + " ");
            if (named && List.of(labels).stream().allMatch(line::contains)) {
                sum += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        return sum;
    }
}
