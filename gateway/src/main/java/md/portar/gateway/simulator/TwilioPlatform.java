package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio's REST APIs for messages, content and typing: credentials, paths, error bodies. */
final class TwilioPlatform implements Platform {
    private static final Pattern ACCOUNT = Pattern.compile("/2010-04-01/Accounts/(AC\\w+)(/.*)?(?:\\.json)?");
    private static final Pattern ONE = Pattern.compile("/Messages/((?:SM|MM)\\w+)\\.json");
    private static final Pattern MEDIA = Pattern.compile("/Messages/((?:SM|MM)\\w+)/Media/(ME\\w+?)(?:\\.json)?");
    private static final Pattern CONTENT = Pattern.compile("/v1/Content/(HX\\w+)(/ApprovalRequests(?:/whatsapp)?)?");

    private final Surroundings around;
    private final TwilioMessages messages;
    private final TwilioContent content;
    private final SimulatorSettings.WhatsApp account;

    TwilioPlatform(Surroundings around, TwilioMessages messages, TwilioContent content) {
        this.around = around;
        this.messages = messages;
        this.content = content;
        this.account = around.settings.whatsApp();
    }

    @Override
    public ChatApp app() {
        return ChatApp.WHATSAPP;
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("/2010-04-01/")
                || path.startsWith("/v1/Content")
                || path.matches("/v[23]/Indicators/.*");
    }

    @Override
    public String template(WireRequest request) {
        return request.path()
                .replaceAll("/AC\\w+", "/{account}")
                .replaceAll("/(SM|MM)\\w+", "/{message}")
                .replaceAll("/ME\\w+", "/{media}")
                .replaceAll("/HX\\w+", "/{content}");
    }

    @Override
    public boolean isSend(WireRequest request) {
        return request.method().equals("POST") && request.path().endsWith("/Messages.json");
    }

    @Override
    public String player(WireRequest request) {
        return request.form().get("To");
    }

    @Override
    public CompletionStage<WireReply> handle(WireRequest request) {
        try {
            return CompletableFuture.completedFuture(route(request));
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(error(refusal));
        }
    }

    private WireReply route(WireRequest request) {
        String wanted = account.accountSid() + ":" + account.authToken();
        if (!request.basicCredentials().filter(wanted::equals).isPresent()) {
            throw new Refusal(401, 20003, "Authenticate");
        }
        if (request.path().startsWith("/v1/Content")) {
            return content(request);
        }
        if (request.path().contains("/Indicators/Typing")) {
            return typing(request);
        }
        Matcher path = ACCOUNT.matcher(request.path());
        if (!path.matches() || !path.group(1).replace(".json", "").equals(account.accountSid())) {
            throw notFound();
        }
        return resource(request, Optional.ofNullable(path.group(2)).orElse(""));
    }

    private WireReply resource(WireRequest request, String rest) {
        if (rest.isEmpty()) {
            return WireReply.json(
                    200, Json.object().put("sid", account.accountSid()).put("status", "active"));
        }
        if (rest.equals("/Messages.json")) {
            return request.method().equals("POST")
                    ? send(request)
                    : WireReply.json(200, messages.list(request.query()));
        }
        Matcher one = ONE.matcher(rest);
        if (one.matches()) {
            return message(request, one.group(1));
        }
        Matcher media = MEDIA.matcher(rest);
        if (media.matches()) {
            return media(request, media.group(1), media.group(2));
        }
        throw notFound();
    }

    private WireReply send(WireRequest request) {
        Form form = request.form();
        List<String> broken = TwilioRules.brokenBySend(form);
        broken.forEach(rule -> around.recorder.violation(app(), template(request), rule));
        return WireReply.json(201, messages.send(form).json());
    }

    private WireReply message(WireRequest request, String sid) {
        return switch (request.method()) {
            case "GET" -> WireReply.json(200, messages.get(sid).json());
            case "DELETE" -> {
                messages.delete(sid);
                yield WireReply.empty(204);
            }
            default -> {
                Form form = request.form();
                if (form.first("Body").isEmpty() || !form.get("Body").isEmpty()) {
                    around.recorder.violation(app(), template(request), "Body may only be set to empty");
                }
                yield WireReply.json(200, messages.redact(sid).json());
            }
        };
    }

    private WireReply media(WireRequest request, String message, String media) {
        if (request.method().equals("DELETE")) {
            messages.deleteMedia(message, media);
            return WireReply.empty(204);
        }
        if (!messages.get(message).media().contains(media)) {
            throw notFound();
        }
        return WireReply.redirect(around.baseUrl() + "/cdn/" + media.substring(2));
    }

    private WireReply content(WireRequest request) {
        if (request.path().equals("/v1/Content")) {
            return request.method().equals("POST") ? create(request) : WireReply.json(200, content.list());
        }
        Matcher path = CONTENT.matcher(request.path());
        if (!path.matches()) {
            throw notFound();
        }
        String sid = path.group(1);
        ObjectNode item = content.find(sid).orElseThrow(TwilioPlatform::notFound);
        if (path.group(2) != null) {
            return approval(request, sid);
        }
        if (request.method().equals("DELETE")) {
            content.remove(sid);
            return WireReply.empty(204);
        }
        return WireReply.json(200, item);
    }

    private WireReply create(WireRequest request) {
        ObjectNode wanted = request.json().orElseThrow(() -> new Refusal(400, 20001, "Invalid JSON"));
        List<String> broken = TwilioRules.brokenByContent(wanted);
        broken.forEach(rule -> around.recorder.violation(app(), template(request), rule));
        if (!broken.isEmpty()) {
            throw new Refusal(400, 20001, "Invalid content");
        }
        return WireReply.json(201, content.create(wanted));
    }

    private WireReply approval(WireRequest request, String sid) {
        if (request.method().equals("POST")) {
            content.approve(sid);
        }
        ObjectNode body = Json.object().put("sid", sid);
        body.putObject("whatsapp").put("status", content.isApproved(sid) ? "approved" : "unsubmitted");
        return WireReply.json(request.method().equals("POST") ? 201 : 200, body);
    }

    private WireReply typing(WireRequest request) {
        boolean json = request.isJson();
        JsonNode body = request.json().orElseGet(Json::object);
        String channel = json ? body.path("channel").asText("") : request.form().get("channel");
        String message =
                json ? body.path("messageId").asText("") : request.form().get("messageId");
        if (!channel.equalsIgnoreCase("whatsapp")) {
            around.recorder.violation(app(), template(request), "channel must be whatsapp");
            throw new Refusal(400, 20001, "Invalid channel");
        }
        if (!message.matches("(SM|MM)[0-9a-fA-F]{32}")) {
            around.recorder.violation(app(), template(request), "messageId must be SM or MM and 32 hexadecimal digits");
        }
        messages.typing(message);
        return WireReply.json(200, Json.object().put("success", true));
    }

    private static Refusal notFound() {
        return new Refusal(404, 20404, "The requested resource was not found");
    }

    private static WireReply error(Refusal refusal) {
        return WireReply.json(
                refusal.status(),
                Json.object()
                        .put("code", refusal.code())
                        .put("message", refusal.description())
                        .put("more_info", "https://www.twilio.com/docs/errors/" + refusal.code())
                        .put("status", refusal.status()));
    }

    @Override
    public WireReply unauthorised() {
        return error(new Refusal(401, 20003, "Authenticate"));
    }

    @Override
    public WireReply tooManyRequests(Duration wait) {
        return error(new Refusal(429, 20429, "Too Many Requests"))
                .with("Retry-After", String.valueOf(wait.toSeconds()));
    }

    @Override
    public WireReply serverError() {
        return error(new Refusal(500, 20500, "Internal Server Error"));
    }
}
