package md.portar.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;

/**
 * The nodes that share a store, and what they have to know of each other. Times are lease time: it is counted by the nodes'
 * signs of life and has nothing to do with anybody's wall clock.
 */
public interface Nodes {
    /**
     * A sign of life. Moves the lease time on, and ends nodes whose own lease is over: what they had claimed is free again, and
     * their results are refused.
     *
     * @param local how far lease time has come by this node's own count
     * @param lease after so long without a sign this node counts as dead
     */
    Beat beat(Tx tx, NodeId me, Instant local, Duration lease);

    /** Goodbye: what is still claimed is free at once. */
    void leave(Tx tx, NodeId me);

    /** Makes every node let an account rest; a longer rest stays. */
    void rest(Tx tx, ChannelId channel, ChannelAccount account, Instant until);

    /** The rests that are not over. */
    List<Rest> rests(Tx tx, Instant at);

    /**
     * What a sign of life tells.
     *
     * @param time how far lease time has come
     * @param alive living nodes, this one included
     * @param ended nodes that were found dead now
     * @param known false when the others did not count this node as living before
     */
    record Beat(Instant time, int alive, int ended, boolean known) {}

    /** An account that rests. */
    record Rest(ChannelId channel, ChannelAccount account, Instant until) {}
}
