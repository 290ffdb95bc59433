package md.portar.core.channel;

/** How far an outbound message got. Only ever moves forward; {@code FAILED} ends it. */
public enum DeliveryStage {
    SENT,
    DELIVERED,
    READ,
    FAILED
}
