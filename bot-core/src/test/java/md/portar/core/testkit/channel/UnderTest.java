package md.portar.core.testkit.channel;

import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;

/** Supplies the channel under test to the contract's parts. */
public interface UnderTest {
    /** The channel; may be the same one for all tests of a class. */
    ChannelHarness channel();

    /** What the adapter makes of a body that arrives properly signed. */
    default WebhookOutcome receiveSigned(byte[] body) {
        WebhookRequest request = channel().sign(body);
        return channel().adapter().receive(request);
    }
}
