package md.portar.core.handoff;

/** How an agent closes an episode. */
public enum EpisodeOutcome {
    SOLVED,
    INFO_GIVEN,
    CASE_OPENED,
    REDIRECTED_EMAIL,
    DUPLICATE,
    SPAM,
    NO_RESPONSE,
    UNREACHABLE
}
