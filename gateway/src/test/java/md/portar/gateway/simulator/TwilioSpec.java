package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Twilio's calls as its OpenAPI documents have them: paths and their ids, form fields, JSON bodies. */
final class TwilioSpec implements WireCheck {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** What the documents at hand leave out: a template's approval, and a picture itself, whose {@code .json} they have. */
    private static final Pattern UNDOCUMENTED = Pattern.compile(
            "/v1/Content/HX\\w+/ApprovalRequests(/whatsapp)?|/2010-04-01/Accounts/\\w+/Messages/\\w+/Media/\\w+");

    /** One path of one document. */
    private record Route(OpenApi api, Pattern path, List<String> names, JsonNode calls) {}

    private final List<Route> routes = new ArrayList<>();

    TwilioSpec(List<JsonNode> documents) {
        for (JsonNode document : documents) {
            OpenApi api = new OpenApi(document);
            api.paths().properties().forEach(path -> routes.add(route(api, path.getKey(), path.getValue())));
        }
    }

    private static Route route(OpenApi api, String path, JsonNode calls) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(path);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        while (name.find()) {
            names.add(name.group(1));
            pattern.append(Pattern.quote(path.substring(from, name.start()))).append("([^/.]+)");
            from = name.end();
        }
        pattern.append(Pattern.quote(path.substring(from)));
        return new Route(api, Pattern.compile(pattern.toString()), names, calls);
    }

    @Override
    public List<String> broken(ChatApp app, WireRequest request) {
        if (app != ChatApp.WHATSAPP || UNDOCUMENTED.matcher(request.path()).matches()) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        for (Route route : routes) {
            Matcher path = route.path().matcher(request.path());
            if (path.matches()) {
                call(route, path, request, broken);
                return broken.stream().map(rule -> "Twilio: " + rule).toList();
            }
        }
        return List.of("Twilio: there is no such path");
    }

    private static void call(Route route, Matcher path, WireRequest request, List<String> broken) {
        JsonNode call = route.calls().path(request.method().toLowerCase(Locale.ROOT));
        if (call.isMissingNode()) {
            broken.add("there is no " + request.method() + " of that path");
            return;
        }
        Map<String, JsonNode> query = new HashMap<>();
        call.path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            int at = route.names().indexOf(name);
            if (parameter.path("in").asText().equals("path") && at >= 0) {
                route.api().text(name, parameter.path("schema"), path.group(at + 1), broken);
            } else {
                query.put(name, parameter.path("schema"));
            }
        });
        request.query().fields().forEach((name, values) -> {
            if (query.containsKey(name)) {
                values.forEach(value -> route.api().text(name, query.get(name), value, broken));
            } else {
                broken.add("unknown parameter " + name);
            }
        });
        body(route.api(), call.path("requestBody").path("content"), request, broken);
    }

    private static void body(OpenApi api, JsonNode content, WireRequest request, List<String> broken) {
        if (content.has(FORM)) {
            if (!request.contentType().startsWith(FORM)) {
                broken.add("the body must be a form");
            }
            api.form(content.path(FORM).path("schema"), request.form(), broken);
        } else if (content.has(JSON)) {
            if (!request.isJson()) {
                broken.add("the body must be JSON");
            }
            api.json("", content.path(JSON).path("schema"), request.json().orElseGet(Json::object), broken);
        } else if (request.body().length() > 0) {
            broken.add("the call has no body");
        }
    }
}
