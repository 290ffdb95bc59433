package md.portar.core.message;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message. The file itself is fetched later by reference.
 *
 * @param reference where the adapter can fetch it (a file id or a URL path); untrusted like any other words
 * @param fileName the sender's name for it
 */
public record Attachment<T>(
        AttachmentKind kind, T reference, @Nullable T fileName) {
    public <R> Attachment<R> map(Function<? super T, ? extends R> change) {
        return new Attachment<>(kind, change.apply(reference), fileName == null ? null : change.apply(fileName));
    }

    public Optional<T> name() {
        return Optional.ofNullable(fileName);
    }
}
