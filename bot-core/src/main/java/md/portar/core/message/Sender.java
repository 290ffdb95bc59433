package md.portar.core.message;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the platform says about the person.
 *
 * @param displayName the name shown in the messenger
 * @param languageHint the language of the messenger's interface, when the platform tells it; a hint, not a choice
 */
public record Sender<T>(@Nullable T displayName, @Nullable Language languageHint) {
    public <R> Sender<R> map(Function<? super T, ? extends R> change) {
        return new Sender<>(displayName == null ? null : change.apply(displayName), languageHint);
    }
}
