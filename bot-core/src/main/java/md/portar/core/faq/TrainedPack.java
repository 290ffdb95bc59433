package md.portar.core.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The matcher of the pack inside the product as the build trained it, so that a start need not. It names the words that it was
 * trained on by their digest and is not used for others.
 *
 * @param packDigest of the pack's files
 * @param buildDigest of everything that training depends on, the engine's classes included
 * @param model what {@link FaqMatcher#write} wrote
 */
@SuppressWarnings("ArrayRecordComponent") // internal; never compared
record TrainedPack(byte[] packDigest, byte[] buildDigest, byte[] model) {
    static final String RESOURCE = "/md/portar/faq/trained-pack.bin";
    private static final int FORMAT = 0x50465131;

    /** The matcher that the build trained on a pack with this digest; empty when it trained on another, or not at all. */
    static Optional<FaqMatcher> matcher(PackSource pack, byte[] packDigest) {
        return shipped()
                .filter(trained -> Arrays.equals(trained.packDigest, packDigest))
                .map(trained -> FaqMatcher.read(new ModelReader(trained.model), pack));
    }

    byte[] written() {
        ModelWriter out = new ModelWriter();
        out.number(FORMAT);
        out.bytes(packDigest);
        out.bytes(buildDigest);
        out.bytes(model);
        return out.written();
    }

    /** What was written; empty for anything else. */
    static Optional<TrainedPack> read(byte[] written) {
        try {
            ModelReader in = new ModelReader(written);
            return in.number() == FORMAT
                    ? Optional.of(new TrainedPack(in.bytes(), in.bytes(), in.bytes()))
                    : Optional.empty();
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TrainedPack> shipped() {
        try (InputStream in = TrainedPack.class.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the trained pack cannot be read", e);
        }
    }
}
