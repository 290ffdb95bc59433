package md.portar.gateway.console.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

/** Renders the console's pages and their parts. Thread-safe. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The sign-in page. */
    public String login(Shell shell, String next, String problem) {
        return render("login", Map.of("shell", shell, "next", next, "problem", problem));
    }

    /** The list without an open conversation. */
    public String inbox(Shell shell, ListView list) {
        return render("inbox", Map.of("shell", shell, "list", list));
    }

    /** The list with an open conversation. */
    public String inbox(Shell shell, ListView list, ThreadView thread) {
        return render("inbox", Map.of("shell", shell, "list", list, "thread", thread));
    }

    /** A page that says one thing. */
    public String message(Shell shell, String title, String text) {
        return render("message", Map.of("shell", shell, "title", title, "text", text));
    }

    /** The list's pane. */
    public String list(Words words, ListView list) {
        return render("part/list", Map.of("words", words, "list", list));
    }

    /** More rows of a list. */
    public String rows(Words words, ListView list) {
        return render("part/rows", Map.of("words", words, "list", list));
    }

    public String row(Words words, RowView row) {
        return render("part/row", Map.of("words", words, "row", row, "open", false));
    }

    /** Thread and context panel. */
    public String conversation(Words words, ThreadView thread) {
        return render("part/conversation", Map.of("words", words, "thread", thread));
    }

    public String bubble(Words words, BubbleView bubble) {
        return render("part/bubble", Map.of("words", words, "bubble", bubble));
    }

    /** Earlier messages, with the button for more before them. */
    public String bubbles(Words words, ThreadView thread) {
        return render("part/bubbles", Map.of("words", words, "thread", thread));
    }

    /** What was given up. */
    public String undelivered(Shell shell, UndeliveredView view) {
        return render("undelivered", Map.of("shell", shell, "view", view));
    }

    /** What found no answer. */
    public String unanswered(Shell shell, UnansweredView view) {
        return render("unanswered", Map.of("shell", shell, "view", view));
    }

    /** One message that is still undelivered, and why. */
    public String undelivered(Words words, UndeliveredView.Item item, String problem) {
        return render("part/undelivered", Map.of("words", words, "item", item, "problem", problem));
    }

    /** What became of one. */
    public String undeliveredEnd(String text) {
        return render("part/undelivered-end", Map.of("text", text));
    }

    /** Why words were not sent. */
    public String refusal(List<String> lines) {
        return render("part/refusal", Map.of("lines", lines));
    }

    private String render(String template, Map<String, Object> values) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render("console/" + template + ".jte", values, out);
        return out.toString();
    }
}
