package md.portar.gateway.console;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import md.portar.core.message.Language;
import md.portar.gateway.console.view.Shell;
import md.portar.gateway.console.view.Words;
import org.jspecify.annotations.Nullable;

/** Makes what surrounds a page's content. */
final class Shells {
    static final String THEME = "console-theme";
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final Assets assets;
    private final Clock clock;

    Shells(Assets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    static boolean isTheme(String theme) {
        return THEMES.contains(theme);
    }

    Shell beforeSignIn(RoutingContext context, Language language) {
        return new Shell(Words.in(language), assets.base(), theme(context), "", "", "", "", false, "", 0, now());
    }

    /** @param event the newest event number before anything on the page was read */
    Shell of(RoutingContext context, Visitor visitor, long event) {
        String name = visitor.agent().publicName().value();
        return new Shell(
                visitor.words(),
                assets.base(),
                theme(context),
                visitor.id().value(),
                name,
                Initials.of(name),
                visitor.words().of("role", visitor.agent().role()),
                visitor.supervises(),
                ForgeryCheck.token(visitor.session()),
                event,
                now());
    }

    /** The language asked for, then the browser's first that we have, then English. */
    static Language language(RoutingContext context) {
        String asked = context.request().getParam("lang");
        Optional<Language> chosen = asked == null ? Optional.empty() : Language.fromTag(asked);
        return chosen.orElseGet(() -> accepted(context.request().getHeader("Accept-Language")));
    }

    private static Language accepted(@Nullable String header) {
        if (header != null) {
            for (String part : header.split(",", 20)) {
                Optional<Language> language = Language.fromTag(part.split(";", 2)[0].strip());
                if (language.isPresent()) {
                    return language.get();
                }
            }
        }
        return Language.EN;
    }

    private static String theme(RoutingContext context) {
        Cookie cookie = context.request().getCookie(THEME);
        return cookie != null && isTheme(cookie.getValue()) ? cookie.getValue() : "auto";
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }
}
