package md.portar.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Driver and sink on one event loop of their own, so that what they count needs no locks. */
public final class Load implements AutoCloseable {
    /** How many connections a platform keeps open; Telegram's default is 40. */
    private static final int CONNECTIONS = 64;

    private static final int PLAYERS = 30_000;

    /** The same players write something else in the next run: who repeats himself is not answered for ever. */
    private static final int RUN_STEP = 5;

    private static final Duration STEP = Duration.ofSeconds(20);
    private static final long DRAIN_LOOK = TimeUnit.MILLISECONDS.toNanos(5);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    private final List<Wire> wires;
    private final Sink sink;
    private final int sinkPort;
    private long number;
    private long runs;

    /**
     * Opens the sink.
     *
     * @param gatewayPort where the gateway will listen, which Twilio's signature covers
     * @param sinkPort 0 for any free one
     */
    public Load(int gatewayPort, int sinkPort) {
        this.wires = List.of(new TelegramWire(), new TwilioWire("http://127.0.0.1:" + gatewayPort), new MetaWire());
        this.sink = new Sink(vertx, wires);
        this.sinkPort = await(onLoop(() -> sink.open(sinkPort)), STEP);
    }

    /** The port of the platforms' stand-in. */
    public int sinkPort() {
        return sinkPort;
    }

    /** A genuine webhook as bytes, for whoever sends it by himself. */
    public byte[] webhook(Target target, int player) {
        Wire wire = wires.get(player % wires.size());
        long turn = number++;
        String body = wire.body(player, turn, Questions.of(player, runs * RUN_STEP + turn / PLAYERS));
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = "POST " + target.path().orElse(wire.path()) + " HTTP/1.1\r\nHost: 127.0.0.1:" + target.port()
                + "\r\n" + wire.headers(body) + "Content-Length: " + length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Sends at a fixed rate whatever comes back; latencies count from the moment a webhook should have left. */
    public Tally atRate(Target target, int perSecond, Duration length, Duration patience) {
        Run run = open(target);
        long started = System.nanoTime();
        long count = perSecond * length.toMillis() / 1_000;
        for (long i = 0; i < count; i++) {
            long intended = started + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (long rest = intended - System.nanoTime(); rest > 0; rest = intended - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            context.runOnContext(unused -> run.send(intended));
        }
        return drained(run, started, patience);
    }

    /** Keeps every connection busy while at most {@code mostOpen} messages wait for an answer. */
    public Tally flatOut(Target target, Duration length, int mostOpen, Duration patience) {
        Run run = open(target);
        long started = System.nanoTime();
        long end = started + length.toNanos();
        run.keepBusy(CONNECTIONS, mostOpen, end);
        LockSupport.parkNanos(length.toNanos());
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(DRAIN_LOOK);
        }
        return drained(run, started, patience);
    }

    private Run open(Target target) {
        runs++;
        return await(
                onLoop(() -> {
                    NetClient client = vertx.createNetClient();
                    Callers callers = new Callers(client, target.port());
                    Run run = new Run(target, callers, client);
                    sink.tell(run::said);
                    return callers.connect(CONNECTIONS).map(run);
                }),
                STEP);
    }

    /** Waits for what is open, and no longer than the patience after the last thing that came. */
    private Tally drained(Run run, long started, Duration patience) {
        long seen = -1;
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            long left = await(onLoop(() -> Future.succeededFuture(run.left())), STEP);
            if (left == 0) {
                break;
            }
            if (left != seen) {
                seen = left;
                until = System.nanoTime() + patience.toNanos();
            }
            LockSupport.parkNanos(DRAIN_LOOK);
        }
        return await(
                onLoop(() -> {
                    Tally tally = run.ledger.tally(started);
                    return run.client.close().map(tally);
                }),
                STEP);
    }

    private <T> CompletableFuture<T> onLoop(Callable<Future<T>> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(unused -> {
            try {
                work.call().onSuccess(result::complete).onFailure(result::completeExceptionally);
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static <T> T await(CompletableFuture<T> result, Duration longest) {
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the load driver failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    /** One run; everything here is on the event loop. */
    private final class Run {
        private final Target target;
        private final Callers callers;
        private final NetClient client;
        private final Ledger ledger = new Ledger(PLAYERS);
        private int mostOpen = PLAYERS;
        private long busyUntil;
        private int idle;

        Run(Target target, Callers callers, NetClient client) {
            this.target = target;
            this.callers = callers;
            this.client = client;
        }

        boolean send(long intended) {
            int player = ledger.freePlayer();
            if (player < 0) {
                return false;
            }
            Buffer request = Buffer.buffer(webhook(target, player));
            ledger.sent(player, intended, target.answers());
            callers.call(request, status -> {
                ledger.acknowledged(player, intended, status, System.nanoTime());
                idle++;
                refill();
            });
            return true;
        }

        void keepBusy(int connections, int most, long until) {
            context.runOnContext(unused -> {
                mostOpen = most;
                busyUntil = until;
                idle = connections;
                refill();
            });
        }

        private void refill() {
            while (idle > 0 && busyUntil != 0 && ledger.outstanding() < mostOpen) {
                long now = System.nanoTime();
                if (now >= busyUntil || !send(now)) {
                    return;
                }
                idle--;
            }
        }

        void said(int player) {
            ledger.said(player, System.nanoTime());
            refill();
        }

        long left() {
            return ledger.pendingAcknowledgements() + ledger.outstanding();
        }
    }
}
