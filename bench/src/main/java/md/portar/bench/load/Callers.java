package md.portar.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;

/** Connections as a platform keeps them; what finds none free waits in line, and its clock is running. On one event loop. */
final class Callers {
    private final NetClient client;
    private final int port;
    private final Deque<Caller> idle = new ArrayDeque<>();
    private final Deque<Call> line = new ArrayDeque<>();

    private record Call(Buffer request, IntConsumer status) {}

    Callers(NetClient client, int port) {
        this.client = client;
        this.port = port;
    }

    Future<?> connect(int count) {
        List<Future<?>> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            connections.add(client.connect(port, "127.0.0.1").onSuccess(socket -> {
                Caller[] self = new Caller[1];
                Caller caller = new Caller(socket, () -> idle.remove(self[0]), () -> freed(self[0]));
                self[0] = caller;
                idle.add(caller);
            }));
        }
        return Future.all(connections);
    }

    private void freed(Caller caller) {
        Call next = line.poll();
        if (next == null) {
            idle.push(caller);
        } else {
            caller.call(next.request(), next.status());
        }
    }

    void call(Buffer request, IntConsumer status) {
        Caller caller = idle.poll();
        if (caller == null) {
            line.add(new Call(request, status));
        } else {
            caller.call(request, status);
        }
    }
}
