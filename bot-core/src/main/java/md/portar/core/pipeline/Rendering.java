package md.portar.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.Choice;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretGuard;

/** Fits words and choices into what a channel can carry. */
final class Rendering {
    private final SecretGuard guard;

    Rendering(SecretGuard guard) {
        this.guard = guard;
    }

    /** One message as it goes out; choices are on the last one only. */
    record Part(SafeText text, List<Choice> choices) {}

    /**
     * Splits a text into messages. Choices that the channel cannot show as buttons become numbered lines under the text; the
     * numbers are those of the list, so that the answer "2" means its second entry.
     */
    List<Part> render(SafeText text, List<Choice> choices, ChannelCapabilities capabilities) {
        boolean numbered = choices.size() > capabilities.maxChoices();
        SafeText whole = numbered ? withNumbers(text, choices) : text;
        List<Choice> buttons = numbered ? List.of() : choices;
        int limit = capabilities.maxTextLength();
        if (!buttons.isEmpty()) {
            limit = Math.min(limit, capabilities.maxTextLengthWithChoices());
        }
        List<String> pieces = split(whole.value(), capabilities.maxTextLength(), limit);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            SafeText piece = pieces.size() == 1 ? whole : like(whole, pieces.get(i));
            parts.add(new Part(piece, last ? buttons : List.of()));
        }
        return parts;
    }

    /** A message of the history, of whose choices only the labels are known: they are numbered lines. */
    List<Part> renderAgain(SafeText text, List<SafeText> labels, ChannelCapabilities capabilities) {
        SafeText whole = text;
        for (int i = 0; i < labels.size(); i++) {
            String separator = (i == 0 ? "\n\n" : "\n") + (i + 1) + ". ";
            whole = CatalogueText.EMPTY.append("", whole).append(separator, labels.get(i));
        }
        return render(whole, List.of(), capabilities);
    }

    /** Only the last piece has to share its room with buttons. */
    private static List<String> split(String text, int limit, int lastLimit) {
        List<String> pieces = TextSplitter.split(text, limit);
        if (pieces.isEmpty() || pieces.get(pieces.size() - 1).length() <= lastLimit) {
            return pieces;
        }
        List<String> shorter = new ArrayList<>(pieces.subList(0, pieces.size() - 1));
        shorter.addAll(TextSplitter.split(pieces.get(pieces.size() - 1), lastLimit));
        return shorter;
    }

    private SafeText like(SafeText whole, String piece) {
        return whole instanceof CatalogueText catalogue ? catalogue.part(piece) : guard.rescreen(piece);
    }

    private static SafeText withNumbers(SafeText text, List<Choice> choices) {
        List<CatalogueText> labels = choices.stream().map(Choice::label).toList();
        return CatalogueText.EMPTY.append("", text).append("\n\n", CatalogueText.numbered(labels));
    }
}
