package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.SendResult;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.LogCapture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTemplatesTest implements TemplatesContract {
    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.onMonday();

    @SuppressWarnings("NullAway.Init") // set before each test
    private RunningEngine running;

    @BeforeEach
    void start() {
        running = RunningEngine.opened(
                folder.resolve("portar.db"), TemplatesContract.channel(), clock, RunningEngine.QUICK);
        TemplatesContract.setTheScene(running, clock);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Override
    public RunningEngine running() {
        return running;
    }

    @Override
    public FixedClock clock() {
        return clock;
    }

    @Test
    void openPagesHearOfIt() {
        long before = running.engine.desk().lastEvent();
        news("draft-01", "C-1", "Soon.");
        await().untilAsserted(() -> assertThat(running.engine.desk().eventsAfter(before, 100))
                .extracting(event -> event.kind())
                .contains(DeskEvent.Kind.MESSAGE, DeskEvent.Kind.CONVERSATION, DeskEvent.Kind.MESSAGE_CHANGED));
    }

    @Test
    void aSecretInAFieldLeavesNoTrace() throws IOException {
        try (LogCapture log = LogCapture.open()) {
            assertThat(news("draft-01", "C-1", "card 5555 5555 5555 4444")).isInstanceOf(SendResult.Refused.class);
            assertThat(news("draft-02", "5555 5555 5555", "4444")).isInstanceOf(SendResult.Refused.class);
            news("draft-03", "C-1", "zimbru");
            assertThat(files()).contains("zimbru").doesNotContain("5555 5555");
            assertThat(log.text()).doesNotContain("5555");
        }
    }

    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().endsWith("-shm")) {
                    all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
