package md.portar.whatsapp;

import md.portar.core.testkit.channel.ChannelContract;
import md.portar.core.testkit.channel.ChannelHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class WhatsAppContractTest implements ChannelContract {
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static WhatsAppHarness harness;

    @BeforeAll
    static void start() {
        harness = new WhatsAppHarness();
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
