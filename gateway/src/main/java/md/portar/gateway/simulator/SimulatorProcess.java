package md.portar.gateway.simulator;

import java.time.Duration;

/**
 * The simulator as a process of its own, for programs that start gateways beside it:
 *
 * <pre>{@code java -cp portar.jar md.portar.gateway.simulator.SimulatorProcess [PORT]}</pre>
 *
 * It prints its address on one line, has the demonstration's accounts, sets no limits and reacts at once; everything else is
 * set over HTTP. It ends when it is asked to.
 */
public final class SimulatorProcess {
    private static final SimulatorSettings.Pace AT_ONCE =
            new SimulatorSettings.Pace(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(50), 8);

    private SimulatorProcess() {}

    /** Starts and prints the address. */
    public static void main(String[] arguments) {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        Simulator simulator =
                new Simulator(SimulatorSettings.demo().withPort(port).withPace(AT_ONCE)).start();
        simulator.enforceLimits(false);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
        System.out.println(simulator.url());
        System.out.flush();
    }
}
