package md.portar.core.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged at any level while it is open, as one text with arguments, key-values and stack traces. The web
 * server that plays the platform is left out: it sees requests as a platform does, tokens included.
 */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> PLATFORM_STAND_IN = List.of(
            "org.eclipse.jetty", "org.wiremock", "wiremock", "WireMock", "com.github.tomakehurst", "com.github.jknack");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root;
    private final @Nullable Level levelBefore;
    private final java.util.logging.Logger okHttp = java.util.logging.Logger.getLogger("okhttp3");
    private final java.util.logging.@Nullable Level okHttpLevelBefore;
    private final Handler okHttpHandler = new JulHandler();

    private LogCapture() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        levelBefore = root.getLevel();
        okHttpLevelBefore = okHttp.getLevel();
        setContext(context);
    }

    /** Starts capturing at the finest level. */
    public static LogCapture open() {
        LogCapture capture = new LogCapture();
        capture.begin();
        return capture;
    }

    private void begin() {
        PLATFORM_STAND_IN.forEach(
                name -> root.getLoggerContext().getLogger(name).setLevel(Level.WARN));
        start();
        root.setLevel(Level.TRACE);
        root.addAppender(this);
        okHttp.setLevel(java.util.logging.Level.ALL);
        okHttp.addHandler(okHttpHandler);
    }

    /** What was logged so far. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (PLATFORM_STAND_IN.stream().anyMatch(event.getLoggerName()::startsWith)) {
            return;
        }
        StringBuilder text =
                new StringBuilder(event.getThreadName()).append(' ').append(event.getLoggerName());
        text.append(' ').append(event.getFormattedMessage());
        text.append(' ').append(event.getKeyValuePairs()).append(' ').append(event.getMDCPropertyMap());
        if (event.getThrowableProxy() != null) {
            text.append(' ').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        lines.add(text.toString());
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(levelBefore);
        okHttp.removeHandler(okHttpHandler);
        okHttp.setLevel(okHttpLevelBefore);
        stop();
    }

    /** OkHttp logs by java.util.logging, past SLF4J. */
    private final class JulHandler extends Handler {
        @Override
        public void publish(LogRecord event) {
            lines.add(new SimpleFormatter().format(event));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
