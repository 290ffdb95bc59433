package md.portar.telegram;

import md.portar.core.testkit.channel.ChannelContract;
import md.portar.core.testkit.channel.ChannelHarness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class TelegramContractTest implements ChannelContract {
    private static TelegramHarness harness;

    @BeforeAll
    static void start() {
        harness = new TelegramHarness();
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
