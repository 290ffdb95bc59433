package md.portar.core.settings;

import java.util.function.Function;

/** A configuration secret. Prints {@code [REDACTED]}; the value comes out by {@link #reveal} only, at the place of use. */
public final class Secret<T> {
    private final T value;

    private Secret(T value) {
        this.value = value;
    }

    public static <T> Secret<T> of(T value) {
        return new Secret<>(value);
    }

    public T reveal() {
        return value;
    }

    public <R> Secret<R> map(Function<? super T, ? extends R> change) {
        return new Secret<>(change.apply(value));
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
