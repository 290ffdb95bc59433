package md.portar.core.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.guard.SecretGuard;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.PlainTexts;
import md.portar.core.testkit.RecordingChannel;

/**
 * One of several processes on a PostgreSQL database, to be killed, paused and cut off. Takes its messages in one after the other,
 * again when the store refuses, as a platform would; says on its output which are acknowledged; answers what it gets hold of into
 * a file that all share. Goes on until its input ends.
 */
final class NodeVictim {
    static final String ACKNOWLEDGED = "ack ";
    static final int PEOPLE = 12;
    static final int SENDS_IN_FLIGHT = 4;
    static final Duration LEASE = Duration.ofSeconds(3);
    private static final Executor PLATFORM = CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);

    private NodeVictim() {}

    public static void main(String[] arguments) throws Exception {
        Path sink = Path.of(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        int count = Integer.parseInt(arguments[3]);
        RecordingChannel channel = RecordingChannel.generous();
        channel.answerLater(action -> CompletableFuture.supplyAsync(
                        () -> {
                            if (action instanceof SendMessage message) {
                                append(sink, message);
                            }
                            return action;
                        },
                        PLATFORM)
                .thenCompose(channel::delivered));
        SecretGuard guard = SecretGuard.standard();
        EngineSettings settings = EngineSettings.defaults().withLease(LEASE);
        EngineSettings pace = new EngineSettings(
                settings.burstWindow(),
                settings.workers(),
                settings.lease(),
                SENDS_IN_FLIGHT,
                RunningEngine.QUICK.retry(),
                settings.windowMargin(),
                settings.silence(),
                settings.retention(),
                settings.manners());
        try (JdbcStore store = JdbcStore.open(StoreSettings.of(arguments[0]), guard);
                Engine engine = Engine.open(new Engine.Parts(
                        store, guard, new PlainTexts(), Clock.systemUTC(), GatewayMetrics.none(), pace))) {
            engine.start(
                    Map.of(new ChannelKey(RecordingChannel.ID, RecordingChannel.ACCOUNT), channel),
                    RunningEngine.echo());
            for (int number = first; number < first + count; number++) {
                take(engine, number);
                System.out.println(ACKNOWLEDGED + number);
            }
            while (System.in.read() >= 0) {
                // serves until nobody wants it any more
            }
        }
    }

    private static void take(Engine engine, int number) throws InterruptedException {
        while (true) {
            try {
                engine.intake()
                        .accept(
                                RecordingChannel.ID,
                                RecordingChannel.ACCOUNT,
                                List.of(Inbound.text(
                                        RecordingChannel.person(number % PEOPLE),
                                        "k" + number,
                                        CrashVictim.name(number))))
                        .toCompletableFuture()
                        .get(60, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException | TimeoutException refused) {
                TimeUnit.MILLISECONDS.sleep(50); // as a platform does, only sooner
            }
        }
    }

    private static void append(Path sink, SendMessage message) {
        String line = message.to().user().value() + " " + message.text().value() + "\n";
        try {
            Files.write(
                    sink, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException("the sink cannot be written", e);
        }
    }
}
