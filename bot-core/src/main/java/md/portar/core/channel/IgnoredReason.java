package md.portar.core.channel;

/** Why an authentic event is acknowledged without effect; a metric label. */
public enum IgnoredReason {
    /** A kind of event this program does not know. */
    UNKNOWN_KIND,
    /** Known and not wanted: reactions, pins, service messages. */
    NOT_NEEDED,
    /** Written in a group or channel. */
    GROUP,
    /** Our own words coming back. */
    OWN_ECHO,
    /** Written by another bot. */
    FROM_BOT,
    /** Another application owns the thread. */
    STANDBY,
    /** A part that cannot be understood; its neighbours are handled. */
    MALFORMED
}
