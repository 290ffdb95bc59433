package md.portar.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines of bytes and decodes each strictly, so that one line in another encoding spoils no other. A
 * library reader would decode ahead over the borders of lines, and would hold a line of any length.
 */
final class LineReader {
    static final int LONGEST = 1024 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] line = new byte[1 << 10];
    private int length;
    private boolean tooLong;
    private int at;
    private int filled;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            collect(at, end);
            at = end + 1;
            if (end < filled) {
                break;
            }
            at = filled;
        }
        number += any ? 1 : 0;
        return any;
    }

    /** Whether more can be read without waiting; false at the end too. */
    boolean ready() throws IOException {
        return at < filled || in.available() > 0;
    }

    /** Number of the current line, from 1. */
    long number() {
        return number;
    }

    /** The current line without its end. */
    String text() throws BadLine {
        if (tooLong) {
            throw new BadLine("is longer than " + LONGEST + " bytes");
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        try {
            String text = decoder.decode(ByteBuffer.wrap(line, 0, end)).toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadLine("is not UTF-8");
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private void collect(int from, int to) {
        int more = to - from;
        if (tooLong || length + more > LONGEST) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
    }
}
