package md.portar.core.store.jdbc;

import java.util.function.Consumer;
import md.portar.core.store.Hints;

/** For a store with one node. */
final class NoHints implements Hints {
    @Override
    public void tell(Topic topic) {
        // There is nobody else.
    }

    @Override
    public AutoCloseable listen(Consumer<Topic> listener) {
        return () -> {};
    }
}
