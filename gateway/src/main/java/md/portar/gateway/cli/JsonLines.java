package md.portar.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file of one JSON object a line. A bad line is told with its number and without its content, and the lines after it
 * are still handled. Holds one line in memory at a time.
 */
final class JsonLines {
    private static final int LONGEST_LINE = 1024 * 1024;
    private static final int MOST_COMPLAINTS = 20;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(LONGEST_LINE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final PrintWriter err;
    private final String file;
    private long line;
    private long bad;

    private JsonLines(PrintWriter err, String file) {
        this.err = err;
        this.file = file;
    }

    /** What is done with one object. */
    @FunctionalInterface
    interface Handler {
        /** Throws {@link BadLine} when the object is not what is needed. */
        void accept(JsonNode object) throws BadLine, IOException;
    }

    /** A line that is well-formed JSON but not what is needed. The message never quotes the line. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;
        private final String what;

        BadLine(String what) {
            super(what, null, false, false);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /**
     * Handles every line and returns how many were bad.
     *
     * @throws CommandProblem when the file cannot be read at all
     */
    static long read(Path path, PrintWriter err, Handler handler) throws CommandProblem {
        if (!Files.exists(path)) {
            throw new CommandProblem(path + ": there is no such file");
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new CommandProblem(path + ": cannot be read; is it a file, and may you read it?");
        }
        JsonLines lines = new JsonLines(err, path.toString());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            lines.readAll(in, handler);
        } catch (IOException e) {
            throw new CommandProblem(path + ": reading stopped at line " + lines.line);
        }
        if (lines.bad > MOST_COMPLAINTS) {
            err.println("portar: " + path + ": " + (lines.bad - MOST_COMPLAINTS) + " more bad lines");
        }
        return lines.bad;
    }

    /** A required text member of an object. */
    static String text(JsonNode object, String key) throws BadLine {
        JsonNode value = object.path(key);
        if (!value.isTextual()) {
            throw new BadLine("has no text under \"" + key + "\"");
        }
        return value.asText();
    }

    private void readAll(InputStream in, Handler handler) throws IOException {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        boolean tooLong = false;
        int next;
        while ((next = in.read()) >= 0) {
            if (next == '\n') {
                finishLine(collected, tooLong, handler);
                tooLong = false;
            } else if (collected.size() < LONGEST_LINE) {
                collected.write(next);
            } else {
                tooLong = true;
            }
        }
        if (collected.size() > 0) {
            finishLine(collected, tooLong, handler);
        }
    }

    private void finishLine(ByteArrayOutputStream collected, boolean tooLong, Handler handler) throws IOException {
        line++;
        byte[] bytes = collected.toByteArray();
        collected.reset();
        if (tooLong) {
            complain("is longer than " + LONGEST_LINE + " bytes");
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String content = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (content.isBlank()) {
                return;
            }
            JsonNode object = mapper.readTree(content);
            if (object == null || !object.isObject()) {
                complain("is not a JSON object");
                return;
            }
            handler.accept(object);
        } catch (CharacterCodingException e) {
            complain("is not UTF-8");
        } catch (JsonProcessingException e) {
            complain("is not JSON");
        } catch (BadLine e) {
            complain(e.what());
        }
    }

    private void complain(String what) {
        bad++;
        if (bad <= MOST_COMPLAINTS) {
            err.println("portar: " + file + ": line " + line + " " + what);
        }
    }
}
