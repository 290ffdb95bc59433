package md.portar.core.faq;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes the arrays of a trained model one after the other, each with its length. Not thread-safe. */
final class ModelWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] written() {
        return out.toByteArray();
    }

    void number(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    void bytes(byte[] values) {
        number(values.length);
        out.writeBytes(values);
    }

    void ints(int[] values) {
        number(values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
        buffer.asIntBuffer().put(values);
        out.writeBytes(buffer.array());
    }

    void longs(long[] values) {
        number(values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        buffer.asLongBuffer().put(values);
        out.writeBytes(buffer.array());
    }

    void floats(float[] values) {
        number(values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        out.writeBytes(buffer.array());
    }

    /** Words without line breaks. */
    void words(Collection<String> words) {
        bytes(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
    }
}
