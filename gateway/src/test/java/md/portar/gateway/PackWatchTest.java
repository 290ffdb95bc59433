package md.portar.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import md.portar.core.conversation.TopicId;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.OperatorTexts;
import md.portar.core.faq.ReloadingCatalogue;
import md.portar.core.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TopicId TOPIC = new TopicId("phone-cost");

    @TempDir
    private Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void makeAFolderForThePack() {
        folder = root.resolve("pack");
    }

    @Test
    void anEditIsTakenIntoUseAndABrokenOneIsNot() throws IOException {
        copyBuiltInPack();
        ReloadingCatalogue catalogue = new ReloadingCatalogue(folder, OperatorTexts.none());
        Path file = folder.resolve("topics").resolve("phone-cost.yaml");
        String before = Files.readString(file);
        try (PackWatch watch = new PackWatch(catalogue)) {
            watch.start(Duration.ofMillis(20));
            edit(file, before.replaceFirst("title: .*", "title: Alt titlu"));
            await().atMost(PATIENCE).until(() -> title(catalogue.current()).equals("Alt titlu"));
            edit(file, before.replaceFirst("title: .*", "title: Un titlu mult prea lung pentru un buton"));
            await().atMost(PATIENCE).until(() -> catalogue.rejected().isPresent());
            assertThat(title(catalogue.current())).isEqualTo("Alt titlu");
            assertThat(catalogue.rejected().orElseThrow().all())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.place()).matches("topics/phone-cost.yaml:\\d+: ro.title"));
        }
    }

    private static String title(FaqCatalogue catalogue) {
        return catalogue
                .topic(TOPIC)
                .orElseThrow()
                .in(Language.RO)
                .orElseThrow()
                .title()
                .value();
    }

    /** At once, as an editor's save does, so that no look finds half a file. */
    private void edit(Path file, String text) throws IOException {
        Path draft = root.resolve("draft");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void copyBuiltInPack() throws IOException {
        URI pack = URI.create(Objects.requireNonNull(FaqCatalogue.class.getResource("/md/portar/faq-pack/pack.yaml"))
                .toString());
        if (pack.getScheme().equals("jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(pack, Map.of())) {
                copy(jar.getPath("/md/portar/faq-pack"));
            }
        } else {
            copy(Objects.requireNonNull(Path.of(pack).getParent()));
        }
    }

    private void copy(Path from) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            Path to = folder.resolve(from.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }
}
