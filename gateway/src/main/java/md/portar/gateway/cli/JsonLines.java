package md.portar.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of one JSON object a line. A bad line is told with its number and without its content, and the lines after it
 * are still handled. Lines are worked on in small batches on all cores and their results handled in order, so that memory
 * does not grow with the file. A batch also ends where the input pauses: who writes a line into a pipe gets its answer.
 */
final class JsonLines {
    private static final int BATCH_LINES = 512;
    private static final int BATCH_CHARS = 4 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(LineReader.LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLines() {}

    /** What is made of one object; called on several threads. */
    @FunctionalInterface
    interface Work<T> {
        /** Throws {@link BadLine} when the object is not what is needed. */
        T of(JsonNode object) throws BadLine;
    }

    /** What is done with the results, in the order of the lines and on one thread. */
    @FunctionalInterface
    interface Sink<T> {
        void accept(T result) throws CommandProblem;

        /** The input pauses or is at its end. */
        default void pause() {}
    }

    /**
     * Handles every line and returns how many were bad.
     *
     * @throws CommandProblem when the file cannot be read at all
     */
    static <T> long read(InputFile file, PrintWriter err, Work<T> work, Sink<T> sink) throws CommandProblem {
        Complaints complaints = new Complaints(file.name(), err);
        try (InputStream in = file.open();
                Progress progress = Progress.of(err, "lines")) {
            LineReader reader = new LineReader(in);
            for (List<Line> batch = batch(reader); !batch.isEmpty(); batch = batch(reader)) {
                List<Outcome<T>> outcomes =
                        batch.parallelStream().map(line -> outcome(line, work)).toList();
                for (Outcome<T> outcome : outcomes) {
                    outcome.problem().ifPresent(problem -> complaints.add(outcome.number(), problem));
                    if (outcome.result().isPresent()) {
                        sink.accept(outcome.result().get());
                    }
                }
                progress.reached(reader.number());
                if (!reader.ready()) {
                    sink.pause();
                }
            }
        } catch (IOException e) {
            throw new CommandProblem(file.name() + ": cannot be read to its end");
        }
        complaints.summarise();
        return complaints.count();
    }

    private record Line(long number, String content, Optional<BadLine> problem) {}

    private record Outcome<T>(long number, Optional<T> result, Optional<BadLine> problem) {}

    private static List<Line> batch(LineReader reader) throws IOException {
        List<Line> lines = new ArrayList<>();
        long chars = 0;
        while (lines.size() < BATCH_LINES
                && chars < BATCH_CHARS
                && (lines.isEmpty() || reader.ready())
                && reader.next()) {
            try {
                String text = reader.text();
                chars += text.length();
                lines.add(new Line(reader.number(), text, Optional.empty()));
            } catch (BadLine problem) {
                lines.add(new Line(reader.number(), "", Optional.of(problem)));
            }
        }
        return lines;
    }

    private static <T> Outcome<T> outcome(Line line, Work<T> work) {
        if (line.problem().isPresent() || line.content().isBlank()) {
            return new Outcome<>(line.number(), Optional.empty(), line.problem());
        }
        try {
            return new Outcome<>(line.number(), Optional.of(work.of(object(line.content()))), Optional.empty());
        } catch (BadLine problem) {
            return new Outcome<>(line.number(), Optional.empty(), Optional.of(problem));
        }
    }

    private static JsonNode object(String content) throws BadLine {
        try {
            JsonNode object = MAPPER.readTree(content);
            if (object == null || !object.isObject()) {
                throw new BadLine("is not a JSON object");
            }
            return object;
        } catch (JsonProcessingException e) {
            // The message of the exception quotes the line.
            throw new BadLine("is not JSON");
        }
    }

    /** A required text member of an object. */
    static String text(JsonNode object, String key) throws BadLine {
        JsonNode value = object.path(key);
        if (!value.isTextual()) {
            throw new BadLine("has no text under \"" + key + "\"");
        }
        return value.asText();
    }

    /** The {@code id} to repeat in an answer: text, a number, or null when there is none. */
    static JsonNode id(JsonNode object) throws BadLine {
        JsonNode id = object.path("id");
        if (id.isContainerNode() || id.isBoolean()) {
            throw new BadLine("has an \"id\" that is neither text nor a number");
        }
        return id.isMissingNode() ? MAPPER.nullNode() : id;
    }

    /** An optional list of texts. */
    static List<String> texts(JsonNode object, String key) throws BadLine {
        JsonNode list = object.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new BadLine("has \"" + key + "\" that are not a list");
        }
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                throw new BadLine("has \"" + key + "\" that are not all text");
            }
            texts.add(text.asText());
        }
        return texts;
    }
}
