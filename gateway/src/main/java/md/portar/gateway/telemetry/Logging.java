package md.portar.gateway.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps libraries quiet that would log players' words, tokens in URLs, or SQL parameters at debug. Done in code, so that a
 * log configuration written in a hurry cannot open the door again.
 */
public final class Logging {
    private static final List<String> PINNED = List.of(
            "com.twilio",
            "okhttp3",
            "org.telegram",
            "io.netty",
            "io.vertx",
            "com.zaxxer",
            "org.flywaydb",
            "org.apache.http",
            "org.apache.hc",
            "org.postgresql",
            "org.sqlite",
            "gg.jte");

    private Logging() {}

    /** Denies everything below WARN to the pinned libraries, whatever the configuration says. Idempotent. */
    public static void pinLibraries() {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(PinnedLibraries.class::isInstance)) {
            PinnedLibraries filter = new PinnedLibraries();
            filter.setContext(context);
            filter.start();
            context.addTurboFilter(filter);
        }
    }

    private static boolean isPinned(String logger) {
        return PINNED.stream().anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
    }

    private static final class PinnedLibraries extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] params,
                @Nullable Throwable thrown) {
            return !level.isGreaterOrEqual(Level.WARN) && isPinned(logger.getName())
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }
}
