package md.portar.core.testkit.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One body of {@code src/test/resources/updates} and what it must become. {@code <case>.json} or {@code <case>.form} is
 * the body; {@code <case>.expected.json} holds {@code shape} (where the body's shape comes from) and {@code events} as {@link
 * EventDescription} writes them.
 */
public record Fixture(String name, boolean form, String text, JsonNode expected) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of("src", "test", "resources", "updates");
    private static final String EXPECTED = ".expected.json";

    /** All fixtures of the module whose tests are running, by name. */
    public static List<Fixture> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture read(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.lastIndexOf('.'));
        boolean form = fileName.endsWith(".form");
        try {
            String body = Files.readString(file);
            JsonNode expected = JSON.readTree(Files.readString(file.resolveSibling(name + EXPECTED)));
            // Editors end a file with a line break, forms do not.
            return new Fixture(name, form, form ? body.stripTrailing() : body, expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as sent. */
    public byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
