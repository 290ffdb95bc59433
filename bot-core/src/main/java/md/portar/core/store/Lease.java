package md.portar.core.store;

import java.time.Instant;

/**
 * Who claims something, from when and until when; after that it may be offered to another node. In lease time, see
 * {@link Nodes}.
 */
public record Lease(NodeId owner, Instant from, Instant until) {}
