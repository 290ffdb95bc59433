package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The simulator's state as JSON for the page and for tests outside this process. */
final class PageView {
    private PageView() {}

    static ObjectNode phone(ChatApp app, Chat chat, Instant now, List<ChatEntry.Option> menu) {
        ObjectNode node = Json.object()
                .put("app", app.id())
                .put("player", chat.player())
                .put("name", Players.name(chat.player()))
                .put("hint", chat.languageHint())
                .put("started", chat.started())
                .put("blocked", chat.blocked())
                .put("typing", chat.typing(now))
                .put("popup", chat.popup());
        ArrayNode items = node.putArray("menu");
        menu.forEach(item -> items.addObject().put("label", item.label()).put("data", item.data()));
        ArrayNode entries = node.putArray("entries");
        chat.entries().forEach(entry -> entries.add(entry(entry)));
        return node;
    }

    private static ObjectNode entry(ChatEntry entry) {
        ObjectNode node = Json.object()
                .put("id", entry.id())
                .put("from", entry.author().name().toLowerCase(Locale.ROOT))
                .put("mark", name(entry.mark()))
                .put("fate", name(entry.fate()))
                .put("at", entry.at().toEpochMilli());
        ArrayNode runs = node.putArray("runs");
        for (RichText.Run run : entry.body().text().runs()) {
            ObjectNode one = runs.addObject().put("text", run.text()).put("link", run.link());
            ArrayNode styles = one.putArray("styles");
            run.styles().forEach(styles::add);
        }
        entry.body()
                .media()
                .ifPresent(media -> node.putObject("media")
                        .put("kind", media.kind())
                        .put("name", media.name())
                        .put("url", media.url()));
        ChatEntry.Choices choices = entry.body().choices();
        ObjectNode tappable =
                node.putObject("choices").put("kind", name(choices.kind())).put("opener", choices.opener());
        ArrayNode rows = tappable.putArray("rows");
        choices.rows().forEach(row -> {
            ArrayNode options = rows.addArray();
            row.forEach(option -> options.addObject()
                    .put("label", option.label())
                    .put("data", option.data())
                    .put("detail", option.detail()));
        });
        return node;
    }

    static ObjectNode line(Recorder.Line line) {
        return Json.object()
                .put("app", line.app().id())
                .put("toGateway", line.direction() == Recorder.Direction.TO_GATEWAY)
                .put("method", line.method())
                .put("path", line.path())
                .put("status", line.status())
                .put("ms", line.took().toMillis())
                .put("note", line.note());
    }

    static ObjectNode faults(Faults faults) {
        ObjectNode node = Json.object();
        ArrayNode kinds = node.putArray("kinds");
        for (FaultKind kind : FaultKind.values()) {
            kinds.addObject().put("id", kind.id()).put("title", kind.title()).put("explanation", kind.explanation());
        }
        ObjectNode active = node.putObject("active");
        for (ChatApp app : ChatApp.values()) {
            ObjectNode switches = active.putObject(app.id());
            for (Map.Entry<FaultKind, Fault> entry : faults.active(app).entrySet()) {
                switches.set(entry.getKey().id(), fault(entry.getValue()));
            }
        }
        ObjectNode struck = node.putObject("struck");
        for (ChatApp app : ChatApp.values()) {
            ObjectNode counts = struck.putObject(app.id());
            faults.struck(app).forEach((kind, count) -> counts.put(kind.id(), count));
        }
        return node;
    }

    private static ObjectNode fault(Fault fault) {
        ObjectNode node = Json.object()
                .put("mode", fault.lasting() ? "on" : "next")
                .put("times", fault.times())
                .put("share", fault.share().part())
                .put("shareOf", fault.share().ofChats() ? "chats" : "calls")
                .put("amount", fault.amount().least().toString())
                .put("most", fault.amount().most().toString())
                .put("after", fault.window().after().toString())
                .put("lasts", fault.window().lasts().toString())
                .put("every", fault.window().every().toString())
                .put("copies", fault.copies());
        ArrayNode chats = node.putArray("chats");
        fault.chats().forEach(chats::add);
        return node;
    }

    static ObjectNode about(SimulatorSettings.Page page, String consoleUrl) {
        ObjectNode node = Json.object().put("console", consoleUrl);
        ArrayNode cases = node.putArray("cases");
        page.cases()
                .forEach(one -> cases.addObject().put("number", one.number()).put("account", one.account()));
        ObjectNode players = node.putObject("players");
        for (ChatApp app : ChatApp.values()) {
            ArrayNode people = players.putArray(app.id());
            Players.onPage(app).forEach(id -> people.addObject().put("id", id).put("name", Players.name(id)));
        }
        return node;
    }

    static ObjectNode recorder(Recorder recorder) {
        ObjectNode node = Json.object();
        ArrayNode sent = node.putArray("sent");
        recorder.sent()
                .forEach(one -> sent.addObject()
                        .put("app", one.app().id())
                        .put("player", one.player())
                        .put("id", one.id())
                        .put("kind", one.kind())
                        .put("text", one.text()));
        ArrayNode violations = node.putArray("violations");
        recorder.violations()
                .forEach(one -> violations
                        .addObject()
                        .put("app", one.app().id())
                        .put("call", one.call())
                        .put("rule", one.rule()));
        ArrayNode lines = node.putArray("lines");
        recorder.lines().forEach(line -> lines.add(line(line)));
        return node;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
