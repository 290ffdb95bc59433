package md.portar.gateway.console.view;

import java.time.Instant;
import java.util.List;
import md.portar.core.message.Language;

/**
 * One message of a thread.
 *
 * @param kind customer, bot, agent, note or event: the look
 * @param author who, in words
 * @param hidden says that the whole message is hidden, and what it held; empty when words are shown
 * @param guard what the guard did, in a sentence; empty when nothing
 * @param delivery how far it got; {@link Delivery#NONE} for others than outbound messages
 * @param again where to ask that it is sent once more; empty where that makes no sense
 */
public record BubbleView(
        long seq,
        Instant at,
        String kind,
        String author,
        Language language,
        List<Segment> text,
        List<String> choices,
        String hidden,
        String guard,
        boolean edited,
        Delivery delivery,
        String again) {
    public BubbleView {
        text = List.copyOf(text);
        choices = List.copyOf(choices);
    }

    /**
     * A delivery state with its word, which screen readers and people without colours need.
     *
     * @param name the state's name in lower case; empty for none
     */
    public record Delivery(String name, String sign, String word) {
        /** Nothing was to be delivered. */
        public static final Delivery NONE = new Delivery("", "", "");
    }

    public boolean event() {
        return kind.equals("event");
    }

    public boolean guarded() {
        return !guard.isEmpty() || !hidden.isEmpty();
    }
}
