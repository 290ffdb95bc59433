package md.portar.core.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.UnitOfWork;

/** Changes go through the one writer, looks through the pool beside it. */
final class JdbcUnitOfWork implements UnitOfWork {
    private final GroupCommitWriter writer;
    private final DataSource readers;
    private final Duration patience;

    JdbcUnitOfWork(GroupCommitWriter writer, DataSource readers, Duration patience) {
        this.writer = writer;
        this.readers = readers;
        this.patience = patience;
    }

    @Override
    public <T> CompletionStage<T> submit(Work<T> work) {
        return writer.submit(work);
    }

    @Override
    public <T> T run(Work<T> work) {
        if (writer.isWriterThread()) {
            throw new IllegalStateException("waiting for the store on the store's own thread");
        }
        try {
            return submit(work).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new StoreUnavailable("the store failed", e);
        } catch (TimeoutException e) {
            throw new StoreUnavailable("the store does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for the store", e);
        }
    }

    @Override
    public <T> T read(Work<T> query) {
        try (Connection connection = readers.getConnection()) {
            // All statements of one look see the same state; closing ends the transaction.
            connection.setAutoCommit(false);
            return query.in(new JdbcTx(new Handle(connection), true));
        } catch (SQLException | StatementFailed e) {
            throw new StoreUnavailable("the store cannot be read", e);
        }
    }
}
