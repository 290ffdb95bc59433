package md.portar.core.store;

import java.time.Instant;

/** Who claims something and until when; after that it may be offered to another node. */
public record Lease(NodeId owner, Instant until) {}
