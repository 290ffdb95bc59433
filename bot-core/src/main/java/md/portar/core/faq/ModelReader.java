package md.portar.core.faq;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what {@link ModelWriter} wrote, in the same order. Not thread-safe. */
final class ModelReader {
    private final ByteBuffer in;

    ModelReader(byte[] written) {
        in = ByteBuffer.wrap(written);
    }

    int number() {
        return in.getInt();
    }

    byte[] bytes() {
        byte[] values = new byte[number()];
        in.get(values);
        return values;
    }

    int[] ints() {
        int[] values = new int[number()];
        part(values.length * Integer.BYTES).asIntBuffer().get(values);
        return values;
    }

    long[] longs() {
        long[] values = new long[number()];
        part(values.length * Long.BYTES).asLongBuffer().get(values);
        return values;
    }

    float[] floats() {
        float[] values = new float[number()];
        part(values.length * Float.BYTES).asFloatBuffer().get(values);
        return values;
    }

    List<String> words() {
        return List.of(new String(bytes(), StandardCharsets.UTF_8).split("\n", -1));
    }

    /** The next bytes as a buffer of their own, passing over them. */
    private ByteBuffer part(int length) {
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }
}
