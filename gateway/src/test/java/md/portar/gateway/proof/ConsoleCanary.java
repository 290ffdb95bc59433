package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent who types secrets wherever the console takes words, and reads every page. */
final class ConsoleCanary {
    private static final Pattern TOKEN = Pattern.compile("name=\"console-token\" content=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/console/enter\\?token=\\S+");
    private static final int PAGES = 150;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final GatewayProcess gateway;
    private final Site site;
    private final Map<String, byte[]> answers;
    private String token = "";

    ConsoleCanary(GatewayProcess gateway, Site site, Map<String, byte[]> answers) throws Exception {
        this.gateway = gateway;
        this.site = site;
        this.answers = answers;
        signIn();
    }

    private void signIn() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(GatewayProcess.java(
                        "agents", "add", "ana", "--store", site.storeUrl(), "--console-url", gateway.privateUrl()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Matcher link = LINK.matcher(said);
        assertThat(link.find()).as(said).isTrue();
        get(link.group());
        Matcher found = TOKEN.matcher(get("/console"));
        assertThat(found.find()).isTrue();
        token = found.group(1);
    }

    /** Another secret in each field that the console and the interface for cases take. */
    void everyForm(IntFunction<String> secrets) throws Exception {
        int number = 40_000;
        // The live stream goes to a file, until the gateway stops.
        var unused = client.sendAsync(
                request("/console/events?since=1").build(),
                HttpResponse.BodyHandlers.ofFile(site.folder().resolve("events.txt")));
        String mine = claimed();
        for (int i = 0; i < 6; i++) {
            String id = "canary-%08d".formatted(number);
            assertThat(post(mine + "/send", "clientMsgId", id, "text", secrets.apply(number++)))
                    .isEqualTo(422);
            assertThat(post(mine + "/note", "clientMsgId", id + "n", "text", secrets.apply(number++)))
                    .isEqualTo(422);
        }
        templates(mine, secrets);
        post(mine + "/send", "clientMsgId", secrets.apply(number++), "text", "Bună!");
        post(mine + "/resolve", "outcome", secrets.apply(number++));
        post("/console/me", "language", secrets.apply(number++), "theme", secrets.apply(number++));
        post("/console/login", "name", secrets.apply(number++), "password", secrets.apply(number++));
        post("/console/login", "name", "ana", "password", "x", "next", secrets.apply(number++));
        post(mine + "/again/" + encoded(secrets.apply(number++)));
        for (String path : List.of("/console?view=", "/console/list?after=", "/console/c/", "/console/", "/health/")) {
            get(path + encoded(secrets.apply(number++)));
        }
        get("/console/login?next=" + encoded("/console/" + secrets.apply(number++)));
        String line = "{\"number\":\"%s\",\"account\":\"%s\",\"status\":\"%s\",\"updated_at\":\"%s\",\"%s\":1}"
                .formatted(
                        secrets.apply(number++),
                        secrets.apply(number++),
                        secrets.apply(number++),
                        secrets.apply(number++),
                        secrets.apply(number++));
        put("/api/cases", line);
        put("/api/cases", line.substring(0, line.length() - 9));
        put("/api/cases/" + encoded(secrets.apply(number++)), line);
        put("/api/cases/C-10482", "\"" + secrets.apply(number++));
    }

    /** Numbers of their own, far from those of the other forms. */
    private void templates(String mine, IntFunction<String> secrets) throws IOException, InterruptedException {
        String path = mine + "/template";
        post(path, "clientMsgId", "canary-template", "template", secrets.apply(41_000));
        post(path, "clientMsgId", secrets.apply(41_001), "template", "case_news/ro", "field1", secrets.apply(41_002));
        assertThat(post(
                        path,
                        "clientMsgId",
                        "canary-template",
                        "template",
                        "case_news/ro",
                        "field1",
                        secrets.apply(41_003)))
                .isEqualTo(422);
    }

    /** The address of a conversation that waits, and is this agent's now. */
    private String claimed() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = posted("/console/claim-next");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("HX-Push-Url").orElseThrow().replaceAll("\\?.*", "");
    }

    /** All that can be read. */
    void everyPage() throws Exception {
        for (String view : List.of("queue", "mine", "all", "resolved")) {
            get("/console?view=" + view);
        }
        for (int number = 1; number <= PAGES; number++) {
            get("/console/c/" + number);
        }
        for (String path : List.of(
                "/console/undelivered",
                "/console/unanswered",
                "/console/changes?since=0",
                "/metrics",
                "/health/ready",
                "/health/live")) {
            get(path);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.privateUrl() + path));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        return keep("GET", path, response);
    }

    private int post(String path, String... form) throws IOException, InterruptedException {
        return posted(path, form).statusCode();
    }

    private HttpResponse<byte[]> posted(String path, String... form) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(form[i]).append('=').append(encoded(form[i + 1]));
        }
        HttpResponse<byte[]> response = client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("HX-Request", "true")
                        .header("X-Console-Token", token)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Origin", gateway.privateUrl())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        keep("POST", path, response);
        return response;
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                request(path)
                        .header("Authorization", "Bearer " + site.secrets().get("TWILIO_TOKEN"))
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(400);
        keep("PUT", path, response);
    }

    private String keep(String method, String path, HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isLessThan(500);
        answers.put("answer " + answers.size() + " to " + method + " " + path.split("[?%]")[0], response.body());
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
