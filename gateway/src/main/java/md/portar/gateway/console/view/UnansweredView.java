package md.portar.gateway.console.view;

import java.time.Instant;
import java.util.List;
import md.portar.core.message.Language;

/**
 * The page of questions that found no answer.
 *
 * @param languages links to one language's questions, and to those of all
 * @param orders links to the other order
 * @param filtered whether one language's questions are shown
 * @param cut how many are shown when there are more; 0 when these are all
 */
public record UnansweredView(List<Item> items, List<Link> languages, List<Link> orders, boolean filtered, int cut) {
    public UnansweredView {
        items = List.copyOf(items);
        languages = List.copyOf(languages);
        orders = List.copyOf(orders);
    }

    /**
     * One question.
     *
     * @param spoken the languages it was asked in, in words
     * @param age how long ago it was asked last, in words
     */
    public record Item(
            List<Segment> text, Language language, String spoken, long times, Instant lastAsked, String age) {
        public Item {
            text = List.copyOf(text);
        }
    }

    /**
     * A choice.
     *
     * @param current whether it is the one chosen
     */
    public record Link(String id, String address, String label, boolean current) {}
}
