package md.portar.gateway.console.view;

import java.util.List;
import java.util.Locale;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskView;

/**
 * One page of one list.
 *
 * @param open the number of the open conversation; 0 for none
 * @param next the number after which the next page starts; 0 when this is the last one
 */
public record ListView(DeskView view, List<RowView> rows, DeskCounts counts, long open, long next) {
    public ListView {
        rows = List.copyOf(rows);
    }

    public String viewName() {
        return name(view);
    }

    public List<DeskView> views() {
        return List.of(DeskView.values());
    }

    public static String name(DeskView view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    /** The figure in a view's tab; empty for views that are not counted. */
    public String count(DeskView of) {
        return switch (of) {
            case QUEUE -> Integer.toString(counts.waiting());
            case MINE -> Integer.toString(counts.mine());
            case ALL, RESOLVED -> "";
        };
    }
}
