package md.portar.gateway.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import md.portar.core.handoff.Agent;

/** An agent's browser without a screen: keeps the cookie and sends what a browser and htmx would send. */
final class AgentClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"console-token\" content=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    AgentClient(ConsoleUnderTest console) {
        this.base = console.base();
    }

    /** Signed in by a one-time link, with the token of the first page. */
    static AgentClient signedIn(ConsoleUnderTest console, Agent agent) throws Exception {
        AgentClient client = new AgentClient(console);
        client.get(console.link(agent).substring(console.base().length()));
        client.readToken();
        return client;
    }

    void readToken() throws Exception {
        Matcher matcher = TOKEN.matcher(get("/console").body());
        token = matcher.find() ? matcher.group(1) : "";
    }

    String token() {
        return token;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void cookie(String name, String value) {
        cookies.put(name, value);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    /** A fragment as htmx asks for it. */
    HttpResponse<String> fragment(String path) throws IOException, InterruptedException {
        return get(path, "HX-Request", "true");
    }

    /** An action as the page sends it. */
    HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
        return postWith(
                path,
                List.of(
                        "HX-Request",
                        "true",
                        "X-Console-Token",
                        token,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Origin",
                        base),
                form);
    }

    /** An action with exactly these headers. */
    HttpResponse<String> postWith(String path, List<String> headers, String... form)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        return send(request(path, all.toArray(String[]::new)).POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    /** The live stream's lines. */
    HttpResponse<Stream<String>> stream(String path, String... headers) throws IOException, InterruptedException {
        return CLIENT.send(request(path, headers).GET().build(), HttpResponse.BodyHandlers.ofLines());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("set-cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    static Optional<String> header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name);
    }

    private static String encoded(String... form) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < form.length; i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(URLEncoder.encode(form[i], StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
