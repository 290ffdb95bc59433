package md.portar.gateway.simulator;

/** A running simulator, a stand-in gateway for its webhooks, and the calls a gateway makes. */
final class SimulatorFixture implements AutoCloseable {
    static final long PLAYER = 100000001L;
    static final String WHATSAPP_PLAYER = "whatsapp:+37360000001";
    static final String MESSENGER_PLAYER = "7000000000000001";

    final StandInGateway gateway = new StandInGateway();
    final SimulatorSettings settings = gateway.settings();
    final Simulator simulator = new Simulator(settings).start();
    final GatewayCalls calls = new GatewayCalls(simulator, settings);

    StandInGateway.Received lastReceived() {
        var all = gateway.received();
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        simulator.close();
        gateway.close();
    }
}
