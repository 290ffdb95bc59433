package md.portar.core.channel;

/** Why a delivery did not succeed: the same words for every channel, in metrics too. */
public enum DeliveryFailure {
    RATE_LIMITED,
    UNAUTHORISED,
    RECIPIENT_BLOCKED,
    WINDOW_CLOSED,
    INVALID_MESSAGE,
    NOT_SUPPORTED,
    PLATFORM_DOWN,
    NETWORK,
    /** Not said any more, because an agent had taken over. */
    OUTDATED
}
