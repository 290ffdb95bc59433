package md.portar.gateway.console;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import md.portar.gateway.console.view.Shell;
import md.portar.gateway.console.view.Templates;
import md.portar.gateway.console.view.Words;

/** How the console answers: pages, fragments, redirections, and errors in the form the caller can show. */
final class Answers {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final Templates templates;
    private final Shells shells;
    private final boolean tls;

    Answers(Templates templates, Shells shells, boolean tls) {
        this.templates = templates;
        this.shells = shells;
        this.tls = tls;
    }

    /** Headers of every answer; whatever fails later, they are there. */
    void protect(RoutingContext context) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .putHeader("Cache-Control", "no-store");
        if (tls) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }

    /** Whether the caller wants a fragment rather than a page. */
    static boolean fragment(HttpServerRequest request) {
        return "true".equals(request.getHeader("HX-Request"))
                && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    }

    void html(RoutingContext context, int status, String html) {
        if (context.response().ended()) {
            return;
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Vary", "HX-Request")
                .end(html);
    }

    void redirect(RoutingContext context, String to) {
        context.response().setStatusCode(303).putHeader("Location", to).end();
    }

    void empty(RoutingContext context) {
        context.response().setStatusCode(204).end();
    }

    /** Says in one sentence what went wrong; a page for people, a fragment for scripts. */
    void problem(RoutingContext context, int status, Words words) {
        if (context.response().ended()) {
            return;
        }
        int known = status == 403 || status == 404 || status == 413 || status == 422 ? status : 500;
        String text = words.get("error." + known);
        if (fragment(context.request()) || context.request().getHeader(Sessions.BACKGROUND) != null) {
            html(context, status, templates.refusal(List.of(text)));
            return;
        }
        Shell shell = shells.beforeSignIn(context, words.language());
        html(context, status, templates.message(shell, words.get("error." + known + ".title"), text));
    }
}
