package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A running simulator, a stand-in gateway for its webhooks, and the calls a gateway makes. */
final class SimulatorFixture implements AutoCloseable {
    static final long PLAYER = 100000001L;
    static final String WHATSAPP_PLAYER = "whatsapp:+37360000001";
    static final String MESSENGER_PLAYER = "7000000000000001";

    final StandInGateway gateway = new StandInGateway();
    final SimulatorSettings settings = gateway.settings();
    final Simulator simulator = new Simulator(settings).start();
    final GatewayCalls calls = new GatewayCalls(simulator, settings);
    private List<Recorder.Violation> onPurpose = List.of();

    SimulatorFixture() {
        PlatformRules.install(simulator);
    }

    StandInGateway.Received lastReceived() {
        var all = gateway.received();
        return all.get(all.size() - 1);
    }

    /** The rules broken so far, which the test breaks on purpose; those of the specifications, which may be absent, left out. */
    List<String> broken() {
        onPurpose = simulator.recorder().violations();
        return onPurpose.stream()
                .map(Recorder.Violation::rule)
                .filter(rule -> !rule.startsWith("Bot API:") && !rule.startsWith("Twilio:"))
                .toList();
    }

    /** Fails when a rule was broken that the test did not ask about. */
    @Override
    public void close() {
        simulator.close();
        gateway.close();
        assertThat(simulator.recorder().violations()).isEqualTo(onPurpose);
    }
}
