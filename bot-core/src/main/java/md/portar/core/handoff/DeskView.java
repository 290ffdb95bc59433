package md.portar.core.handoff;

/** The lists an agent can open. */
public enum DeskView {
    QUEUE,
    MINE,
    ALL,
    RESOLVED
}
