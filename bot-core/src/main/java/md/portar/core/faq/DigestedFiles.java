package md.portar.core.faq;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** Files of a pack, with a digest of everything that was read, in the order of reading. Not thread-safe. */
final class DigestedFiles implements PackFiles {
    private final PackFiles files;
    private final MessageDigest digest = sha256();

    DigestedFiles(PackFiles files) {
        this.files = files;
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        Optional<String> text = files.read(name);
        add(name);
        text.ifPresent(this::add);
        return text;
    }

    @Override
    public List<String> topicFiles() {
        return files.topicFiles();
    }

    /** The digest of what was read so far; reading starts a new one. */
    byte[] digest() {
        return digest.digest();
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // cannot happen: every JDK has it
        }
    }
}
