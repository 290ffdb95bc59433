package md.portar.core.testkit.channel;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.util.List;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ConversationKey;

/**
 * What the contract needs to know about a channel. The adapter under test gives up on a request after five seconds at most,
 * so that the tests of silence are quick.
 */
public interface ChannelHarness {
    /** The adapter, made by its factory, with {@link #platform} as its platform. */
    ChannelAdapter adapter();

    /** The same adapter with another platform address, for instance one where nobody listens. */
    ChannelAdapter adapterFor(URI platform);

    /** The stand-in for the platform, running; the contract resets and stubs it. */
    WireMockServer platform();

    /** A request exactly as the platform would send it for this body: method, content type, valid signature. */
    WebhookRequest sign(byte[] body);

    /** A body that is understood. */
    byte[] goodBody();

    /** The header that proves the sender, in lower case. */
    String signatureHeader();

    /** Whether that header depends on the body; a shared secret does not. */
    boolean signatureCoversBody();

    /** Bodies that are not in the platform's format at all; signed, they are refused as malformed. */
    List<byte[]> notInFormat();

    /** Whom the sample messages go to. */
    ConversationKey recipient();

    /** The platform's answer to an ordinary message. */
    ResponseDefinitionBuilder sent();

    /** What becomes of that message. */
    DeliveryOutcome sentOutcome();

    /** Every answer of the platform that means something of its own: the adapter's error table, row by row. */
    List<DeliveryRow> table();

    /** Actions that this channel has no means to carry out, besides what its capabilities already say. */
    List<OutboundAction> unsupported();

    /** Configured secrets that must never show: tokens, webhook secrets. */
    List<String> secrets();
}
