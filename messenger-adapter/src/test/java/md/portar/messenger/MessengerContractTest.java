package md.portar.messenger;

import md.portar.core.testkit.channel.ChannelContract;
import md.portar.core.testkit.channel.ChannelHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MessengerContractTest implements ChannelContract {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static MessengerHarness harness;

    @BeforeAll
    static void start() {
        harness = new MessengerHarness();
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @Override
    public ChannelHarness channel() {
        return harness;
    }
}
