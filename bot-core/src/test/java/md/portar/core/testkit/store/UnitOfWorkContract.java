package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.message.EventKey;
import md.portar.core.store.Tx;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** Units are whole or not at all, one after another, and known only when durable. */
public interface UnitOfWorkContract extends StoreUnderTest {
    @Test
    default void aFailingUnitChangesNothingAndItsNeighboursStay() {
        List<CompletableFuture<Boolean>> units = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            units.add(store().unitOfWork()
                    .submit(tx -> {
                        boolean fresh = isFresh("k" + number, tx);
                        if (number % 5 == 0) {
                            throw new IllegalArgumentException("every fifth fails");
                        }
                        return fresh;
                    })
                    .toCompletableFuture());
        }
        for (int i = 0; i < 50; i++) {
            CompletableFuture<Boolean> unit = units.get(i);
            if (i % 5 == 0) {
                assertThatThrownBy(unit::join)
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(unit.join()).isTrue();
            }
            String key = "k" + i;
            boolean keptNothing = write(tx -> isFresh(key, tx));
            assertThat(keptNothing).isEqualTo(i % 5 == 0);
        }
    }

    private boolean isFresh(String key, Tx tx) {
        return store().inbox().isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, new EventKey(key), NOW);
    }

    @Test
    default void whatIsCommittedIsSeenByReadersAtOnce() {
        for (int i = 0; i < 20; i++) {
            var key = RecordingChannel.person(i);
            var number = conversation(key);
            assertThat(maybe(tx -> store().conversations().number(tx, key))).contains(number);
        }
    }

    @Test
    default void actionsAfterTheCommitRunOnlyWhenThereIsOne() {
        AtomicInteger runs = new AtomicInteger();
        write(tx -> {
            tx.afterCommit(runs::incrementAndGet);
            return true;
        });
        assertThatThrownBy(() -> write(tx -> {
                    tx.afterCommit(runs::incrementAndGet);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        write(tx -> true);
        assertThat(runs).hasValue(1);
    }

    @Test
    default void waitingOnTheStoresOwnThreadIsRefusedInsteadOfHangingForEver() {
        assertThatThrownBy(() -> write(tx -> write(inner -> true))).isInstanceOf(IllegalStateException.class);
    }
}
