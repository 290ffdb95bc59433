package md.portar.core.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;
import md.portar.core.routing.phrases.FoldedText;
import org.jspecify.annotations.Nullable;

/** The words of one or more messages taken together, with what was found out about them so far. Used by one thread. */
final class Thought {
    private final ScreenedText words;
    private final FoldedText folded;
    private final Answers answers;
    private Answers.@Nullable Understanding understanding;

    private Thought(ScreenedText words, Answers answers) {
        this.words = words;
        this.folded = FoldedText.of(words.value());
        this.answers = answers;
    }

    /**
     * @param rescreen makes text of several texts, or of what is left of one; screened again, since the whole may say more
     *     than its parts
     */
    static Thought of(List<ScreenedText> texts, Answers answers, Function<String, ScreenedText> rescreen) {
        String joined = texts.stream().map(ScreenedText::value).collect(Collectors.joining("\n"));
        String rest = FoldedText.withoutMarkers(joined).strip();
        if (rest.isEmpty()) {
            return new Thought(ScreenedText.EMPTY, answers);
        }
        boolean asIs = texts.size() == 1 && rest.equals(texts.get(0).value());
        return new Thought(asIs ? texts.get(0) : rescreen.apply(rest), answers);
    }

    ScreenedText words() {
        return words;
    }

    String value() {
        return words.value();
    }

    FoldedText folded() {
        return folded;
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** What the FAQ makes of it; asked once. */
    Answers.Understanding understanding(Optional<Language> context) {
        if (understanding == null) {
            understanding = answers.understand(words, context);
        }
        return understanding;
    }
}
