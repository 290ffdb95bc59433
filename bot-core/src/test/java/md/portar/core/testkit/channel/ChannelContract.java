package md.portar.core.testkit.channel;

/** Everything a channel adapter promises. A new adapter starts with its implementation of this, red. */
public interface ChannelContract
        extends AuthenticityContract, NormalisationContract, SecrecyContract, DeliveryContract {}
