package md.portar.core.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files of a pack come from: a folder of the operator, or the pack that ships with the product. */
public interface PackFiles {
    /** The text of a file, or empty when there is no such file. */
    Optional<String> read(String name) throws IOException;

    /** Topic files that are there, whether the index names them or not; empty when they cannot be listed. */
    List<String> topicFiles();

    /** The pack inside the product. */
    static PackFiles builtIn() {
        return new ClassPathFiles();
    }

    /** A pack in a folder. */
    static PackFiles folder(Path folder) {
        return new FolderFiles(folder);
    }

    /** Reads from the class path, which cannot be listed; the index is complete by a test. */
    final class ClassPathFiles implements PackFiles {
        private static final String ROOT = "/md/portar/faq-pack/";

        private ClassPathFiles() {}

        @Override
        public Optional<String> read(String name) throws IOException {
            try (InputStream in = PackFiles.class.getResourceAsStream(ROOT + name)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        @Override
        public List<String> topicFiles() {
            return List.of();
        }
    }

    /** Reads from a folder; a file that is not UTF-8 is an error, not question marks. */
    final class FolderFiles implements PackFiles {
        private final Path folder;

        private FolderFiles(Path folder) {
            this.folder = folder;
        }

        @Override
        public Optional<String> read(String name) throws IOException {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try {
                return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
            } catch (CharacterCodingException e) {
                throw new IOException("is not UTF-8 text", e);
            }
        }

        @Override
        public List<String> topicFiles() {
            Path topics = folder.resolve("topics");
            if (!Files.isDirectory(topics)) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            try (Stream<Path> files = Files.list(topics)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".yaml"))
                        .sorted()
                        .forEach(name -> names.add("topics/" + name));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot list the topics of the pack", e);
            }
            return names;
        }
    }
}
