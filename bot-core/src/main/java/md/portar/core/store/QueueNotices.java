package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.WaitBand;

/** How often those who wait were told how long it still takes. */
public interface QueueNotices {
    /**
     * Open episodes that wait unclaimed and are due for their next notice, longest waiting first; those about safety are left
     * out.
     *
     * @param since who began to wait before these times is due for the first, second, third notice…
     */
    List<Due> due(Tx tx, List<Instant> since, int limit);

    /**
     * Notes a notice, whether or not anything was said.
     *
     * @return false when somebody else has noted it already; then nothing was changed
     */
    boolean given(Tx tx, Due due, int place, WaitBand band);

    /**
     * @param given how many notices there were so far
     * @param place what the last notice said; 0 when there was none
     */
    record Due(ConversationNumber conversation, long episode, int given, int place, WaitBand band) {}
}
