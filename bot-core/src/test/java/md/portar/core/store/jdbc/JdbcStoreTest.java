package md.portar.core.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import md.portar.core.guard.SecretGuard;
import md.portar.core.message.EventKey;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("portar.db");
    }

    private JdbcStore open(StoreSettings settings) {
        return JdbcStore.open(settings, SecretGuard.standard());
    }

    private static boolean keep(JdbcStore store, String key) {
        return store.unitOfWork()
                .run(tx -> store.inbox()
                        .isFresh(
                                tx,
                                RecordingChannel.ID,
                                RecordingChannel.ACCOUNT,
                                new EventKey(key),
                                FixedClock.MONDAY));
    }

    @Test
    void aSecondNodeOnTheSameFileIsRefused() {
        StoreSettings settings = StoreSettings.sqlite(file());
        try (JdbcStore first = open(settings)) {
            assertThatThrownBy(() -> open(settings))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("another process");
            assertThat(keep(first, "k")).isTrue();
        }
        try (JdbcStore again = open(settings)) {
            assertThat(keep(again, "k")).isFalse();
        }
    }

    @Test
    void aToolMayWorkBesideTheNode() {
        try (JdbcStore node = open(StoreSettings.sqlite(file()));
                JdbcStore tool = open(StoreSettings.sqlite(file()).withRole(StoreSettings.Role.TOOL))) {
            assertThat(keep(tool, "k")).isTrue();
            assertThat(keep(node, "k")).isFalse();
        }
    }

    @Test
    void theFileIsSetUpToKeepWhatWasAcknowledgedAndToEraseWhatWasDeleted() throws Exception {
        try (JdbcStore store = open(StoreSettings.sqlite(file()))) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "secure_delete")).isEqualTo("1");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
        }
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }

    private static String pragma(JdbcStore store, String name) {
        return store.unitOfWork()
                .run(tx -> JdbcTx.handle(tx)
                        .createQuery("PRAGMA " + name)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void readersCannotWrite() {
        try (JdbcStore store = open(StoreSettings.sqlite(file()))) {
            assertThatThrownBy(() -> store.unitOfWork()
                            .read(tx -> store.inbox().forgetKeys(tx, FixedClock.MONDAY.plusSeconds(1), 1)))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        StoreSettings settings = StoreSettings.sqlite(file()).withQueueCapacity(2);
        try (JdbcStore store = open(settings)) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            List<CompletableFuture<Boolean>> units = new ArrayList<>();
            units.add(store.unitOfWork()
                    .submit(tx -> {
                        entered.countDown();
                        return await(release);
                    })
                    .toCompletableFuture());
            assertThat(await(entered)).isTrue();
            for (int i = 0; i < 3; i++) {
                units.add(store.unitOfWork().submit(tx -> true).toCompletableFuture());
            }
            assertThat(units.get(3)).isCompletedExceptionally();
            release.countDown();
            assertThat(units.subList(0, 3)).allMatch(CompletableFuture::join);
            assertThatThrownBy(() -> units.get(3).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StoreUnavailable.class);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void manyUnitsShareACommitAndStayInOrder() {
        try (JdbcStore store = open(StoreSettings.sqlite(file()))) {
            List<Integer> order = new ArrayList<>();
            List<CompletableFuture<Integer>> units = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                int number = i;
                units.add(store.unitOfWork()
                        .submit(tx -> {
                            order.add(number); // on the one writer thread
                            return number;
                        })
                        .toCompletableFuture());
            }
            units.forEach(CompletableFuture::join);
            assertThat(order).isSorted().hasSize(3_000);
        }
    }

    @Test
    void afterACrashTheFileOpensWithEverythingCommitted() throws Exception {
        JdbcStore store = open(StoreSettings.sqlite(file()));
        for (int i = 0; i < 100; i++) {
            assertThat(keep(store, "k" + i)).isTrue();
        }
        store.halt();
        assertThatThrownBy(() -> keep(store, "late")).isInstanceOf(StoreUnavailable.class);
        try (JdbcStore again = open(StoreSettings.sqlite(file()))) {
            assertThat(pragma(again, "integrity_check")).isEqualTo("ok");
            for (int i = 0; i < 100; i++) {
                assertThat(keep(again, "k" + i)).isFalse();
            }
            assertThat(keep(again, "late")).isTrue();
        }
    }

    @Test
    void aFailingCommitIsReportedAndTheStoreRecovers() throws Exception {
        try (JdbcStore store = open(StoreSettings.sqlite(file()))) {
            try (Connection intruder = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                intruder.setAutoCommit(false);
                try (var statement = intruder.createStatement()) {
                    statement.execute("DELETE FROM audit");
                }
                assertThatThrownBy(() -> keep(store, "k")).isInstanceOf(RuntimeException.class);
                assertThat(store.healthy()).isFalse();
                intruder.rollback();
            }
            assertThat(keep(store, "k")).isTrue();
            assertThat(store.healthy()).isTrue();
        }
    }

    @Test
    void anUnusableFolderIsSaidClearly() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> open(StoreSettings.sqlite(notAFolder.resolve("portar.db"))))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot create the database file");
    }

    @Test
    void settingsPrintNoUrl() {
        assertThat(StoreSettings.of("jdbc:postgresql://example.org/portar?password=hidden"))
                .hasToString("StoreSettings[postgresql, NODE]");
        assertThatThrownBy(() -> StoreSettings.of("jdbc:mysql:x")).isInstanceOf(IllegalArgumentException.class);
    }
}
