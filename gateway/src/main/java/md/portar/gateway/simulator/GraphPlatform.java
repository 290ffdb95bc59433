package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Graph API for one page: token and proof, edges of the page, error bodies. */
final class GraphPlatform implements Platform {
    private static final Pattern PATH = Pattern.compile("/v(\\d+)\\.0/([A-Za-z0-9_]+)(?:/([a-z_]+))?/?");
    private static final Set<String> CONTROL =
            Set.of("pass_thread_control", "take_thread_control", "release_thread_control", "request_thread_control");
    private static final int OLDEST_VERSION = 22;
    private static final String USAGE = "X-Business-Use-Case-Usage";

    private final Surroundings around;
    private final GraphMessages messages;
    private final SimulatorSettings.Messenger account;
    private final Map<String, JsonNode> profile = new ConcurrentHashMap<>();
    private volatile String subscribed = "";

    GraphPlatform(Surroundings around, GraphMessages messages) {
        this.around = around;
        this.messages = messages;
        this.account = around.settings.messenger();
    }

    @Override
    public ChatApp app() {
        return ChatApp.MESSENGER;
    }

    @Override
    public boolean owns(String path) {
        return path.matches("/v\\d+\\.\\d+/.*");
    }

    @Override
    public String template(WireRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return "/v{version}/{unknown}";
        }
        String edge = Optional.ofNullable(path.group(3)).map(name -> "/" + name).orElse("");
        String node = path.group(2).equals("me") ? "me" : isPage(path.group(2)) ? "{page}" : "{user}";
        return "/v" + path.group(1) + ".0/" + node + edge;
    }

    private boolean isPage(String node) {
        return node.equals("me") || node.equals(account.ids().page());
    }

    @Override
    public boolean isSend(WireRequest request) {
        return request.path().endsWith("/messages")
                && request.json().map(body -> body.has("message")).orElse(false);
    }

    @Override
    public String player(WireRequest request) {
        return request.json()
                .map(body -> body.path("recipient").path("id").asText(""))
                .orElse("");
    }

    @Override
    public CompletionStage<WireReply> handle(WireRequest request) {
        try {
            WireReply reply = WireReply.json(200, route(request));
            return CompletableFuture.completedFuture(
                    isSend(request) ? reply.with(USAGE, usage(around.limits.usage(app()), Duration.ZERO)) : reply);
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(error(refusal, 0));
        } catch (GraphMessages.Refused refused) {
            return CompletableFuture.completedFuture(error(refused.refusal(), refused.subcode()));
        }
    }

    private JsonNode route(WireRequest request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            throw new Refusal(400, 2500, "Unknown path components");
        }
        if (Integer.parseInt(path.group(1)) < OLDEST_VERSION) {
            around.recorder.violation(app(), template(request), "version is out of service");
        }
        authenticate(request);
        String edge = Optional.ofNullable(path.group(3)).orElse("");
        if (!isPage(path.group(2))) {
            return messages.person(path.group(2));
        }
        return switch (edge) {
            case "" -> Json.object().put("id", account.ids().page()).put("name", "Example Support");
            case "messages" -> send(request);
            case "messenger_profile" -> profile(request);
            case "subscribed_apps" -> subscriptions(request);
            case "thread_owner" -> messages.threadOwner(request.query().get("recipient"));
            default -> control(request, edge);
        };
    }

    private void authenticate(WireRequest request) {
        JsonNode body = request.isJson() ? request.json().orElseGet(Json::object) : Json.object();
        String token = request.bearer()
                .or(() -> request.query().first("access_token"))
                .orElseGet(() -> body.path("access_token").asText(""));
        if (!token.equals(account.pageToken())) {
            throw new Refusal(401, 190, "Invalid OAuth access token - Cannot parse access token");
        }
        String proof = request.query()
                .first("appsecret_proof")
                .orElseGet(() -> body.path("appsecret_proof").asText(""));
        if (proof.isEmpty()) {
            around.recorder.violation(app(), template(request), "appsecret_proof is required");
            throw new Refusal(400, 100, "API calls from the server require an appsecret_proof argument");
        }
        if (!proof.equals(Signatures.appSecretProof(account.appSecret(), token))) {
            around.recorder.violation(app(), template(request), "appsecret_proof does not fit the token");
            throw new Refusal(400, 100, "Invalid appsecret_proof provided in the API argument");
        }
    }

    private JsonNode send(WireRequest request) {
        ObjectNode body = request.json().orElseThrow(() -> new Refusal(400, 100, "Invalid parameter"));
        var broken = GraphRules.broken(body);
        broken.forEach(rule -> around.recorder.violation(app(), template(request), rule));
        if (!broken.isEmpty()) {
            throw new Refusal(400, 100, "(#100) " + broken.get(0));
        }
        return messages.send(body);
    }

    private JsonNode profile(WireRequest request) {
        ObjectNode body = request.json().orElseGet(Json::object);
        if (request.method().equals("POST")) {
            GraphRules.brokenByProfile(body).forEach(rule -> around.recorder.violation(app(), template(request), rule));
            if (body.has("persistent_menu") && !body.has("get_started") && !profile.containsKey("get_started")) {
                throw new Refusal(
                        400, 100, "(#100) You must set a Get Started button if you also wish to use persistent menu");
            }
            body.fieldNames().forEachRemaining(name -> profile.put(name, body.path(name)));
            return Json.object().put("result", "success");
        }
        if (request.method().equals("DELETE")) {
            if (body.path("fields").isEmpty()) {
                around.recorder.violation(app(), template(request), "fields is required");
            }
            body.path("fields").forEach(field -> profile.remove(field.asText()));
            return Json.object().put("result", "success");
        }
        ObjectNode result = Json.object();
        profile.forEach(result::set);
        ObjectNode page = Json.object();
        page.putArray("data").add(result);
        return page;
    }

    /** The words on the Get Started button's event; what the gateway set, or a usual one. */
    String getStartedPayload() {
        return profile.getOrDefault("get_started", Json.object())
                .path("payload")
                .asText("GET_STARTED");
    }

    /** The persistent menu in a language, or else the one for everybody. */
    List<ChatEntry.Option> menu(String language) {
        List<ChatEntry.Option> entries = new ArrayList<>();
        JsonNode menus = profile.getOrDefault("persistent_menu", Json.array());
        JsonNode chosen = menus.path(0);
        for (JsonNode menu : menus) {
            boolean fits = !language.isEmpty() && menu.path("locale").asText().startsWith(language + "_");
            chosen = fits ? menu : chosen;
        }
        chosen.path("call_to_actions")
                .forEach(entry -> entries.add(new ChatEntry.Option(
                        entry.path("title").asText(), entry.path("payload").asText(""), "")));
        return entries;
    }

    private JsonNode subscriptions(WireRequest request) {
        if (request.method().equals("POST")) {
            subscribed = request.query()
                    .first("subscribed_fields")
                    .orElseGet(() -> request.json()
                            .map(body -> body.path("subscribed_fields").asText(""))
                            .orElse(""));
            return Json.object().put("success", true);
        }
        if (request.method().equals("DELETE")) {
            subscribed = "";
            return Json.object().put("success", true);
        }
        ObjectNode page = Json.object();
        ObjectNode app =
                page.putArray("data").addObject().put("id", account.ids().app());
        var fields = app.putArray("subscribed_fields");
        for (String field : subscribed.split(",")) {
            if (!field.isBlank()) {
                fields.add(field);
            }
        }
        return page;
    }

    private JsonNode control(WireRequest request, String edge) {
        if (!CONTROL.contains(edge)) {
            throw new Refusal(400, 2500, "Unknown path components");
        }
        ObjectNode body = request.json().orElseGet(Json::object);
        GraphRules.brokenByControl(edge, body)
                .forEach(rule -> around.recorder.violation(app(), template(request), rule));
        messages.control(
                edge,
                body.path("recipient").path("id").asText(""),
                body.path("target_app_id").asText(""));
        return Json.object().put("success", true);
    }

    private static WireReply error(Refusal refusal, int subcode) {
        ObjectNode error = Json.object()
                .put("message", refusal.description())
                .put("type", "OAuthException")
                .put("code", refusal.code());
        if (subcode != 0) {
            error.put("error_subcode", subcode);
        }
        ObjectNode body = Json.object();
        body.set("error", error.put("fbtrace_id", "Asimulated"));
        return WireReply.json(refusal.status(), body);
    }

    @Override
    public WireReply unauthorised() {
        return error(new Refusal(401, 190, "Error validating access token: The session has been invalidated."), 460);
    }

    @Override
    public WireReply tooManyRequests(Duration wait) {
        return error(new Refusal(400, 613, "(#613) Calls to this api have exceeded the rate limit."), 0)
                .with(USAGE, usage(100, wait));
    }

    /** The time is told in minutes, so that a shorter one is not told at all. */
    private String usage(int percent, Duration wait) {
        ObjectNode usage = Json.object();
        usage.putArray(account.ids().page())
                .addObject()
                .put("type", "messenger")
                .put("call_count", percent)
                .put("total_cputime", 0)
                .put("total_time", 0)
                .put("estimated_time_to_regain_access", wait.toMinutes());
        return Json.string(usage);
    }

    @Override
    public WireReply serverError() {
        return error(new Refusal(500, 2, "An unexpected error has occurred. Please retry your request later."), 0);
    }
}
