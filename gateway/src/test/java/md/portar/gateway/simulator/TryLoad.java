package md.portar.gateway.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/** How much the simulator itself carries: it asks, a stand-in gateway acknowledges, answers come back over the wire. */
public final class TryLoad {
    private TryLoad() {}

    public static void main(String[] args) throws InterruptedException {
        int messages = Integer.parseInt(args[0]);
        try (StandInGateway gateway = new StandInGateway(false)) {
            SimulatorSettings settings = gateway.settings();
            try (Simulator simulator = new Simulator(settings).start()) {
                simulator.enforceLimits(false);
                try (EchoBot bot = new EchoBot(simulator, settings)) {
                    gateway.onReceived(bot::answer);
                    long started = System.nanoTime();
                    AtomicInteger acknowledged = new AtomicInteger();
                    for (int i = 0; i < messages; i++) {
                        String player = String.valueOf(100_000_000 + i % 1_000);
                        var unused = simulator
                                .asks(new Question(ChatApp.TELEGRAM, player, "say Q-" + i, "Q-" + i))
                                .answer()
                                .thenRun(acknowledged::incrementAndGet);
                        while (i - acknowledged.get() > 500) {
                            Thread.sleep(1);
                        }
                    }
                    while (bot.answered() < messages && System.nanoTime() - started < 120e9) {
                        Thread.sleep(5);
                    }
                    double seconds = (System.nanoTime() - started) / 1e9;
                    System.out.println(RunView.table(simulator.recorder().report()));
                    System.gc();
                    Runtime runtime = Runtime.getRuntime();
                    System.out.printf(
                            "%.0f asked and answered a second, %d MiB kept%n",
                            messages / seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
                }
            }
        }
    }
}
