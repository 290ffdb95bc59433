package md.portar.gateway.console.view;

import java.time.Instant;
import java.util.List;
import md.portar.core.message.Language;

/**
 * A page of messages that were given up.
 *
 * @param counts how many of each kind, in words
 * @param next the number after which the next page begins; 0 when there is none
 */
public record UndeliveredView(List<Item> items, List<Count> counts, long next) {
    public UndeliveredView {
        items = List.copyOf(items);
        counts = List.copyOf(counts);
    }

    /**
     * One message.
     *
     * @param cause why, in words
     * @param code the platform's own number for it; empty when there is none
     * @param age how long ago it was given up, in words
     */
    public record Item(
            long number,
            long conversation,
            String channel,
            String customer,
            String by,
            String cause,
            String code,
            Instant at,
            String age,
            Language language,
            List<Segment> text) {
        public Item {
            text = List.copyOf(text);
        }
    }

    /** How many of one kind. */
    public record Count(String channel, String cause, int messages) {}
}
