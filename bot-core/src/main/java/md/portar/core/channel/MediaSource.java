package md.portar.core.channel;

import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import md.portar.core.guard.ScreenedText;

/** Fetches a file that came with a message, with the channel's own credentials. */
public interface MediaSource {
    /** Opens the file; the caller closes the stream. Completes exceptionally with an {@link java.io.IOException}. */
    CompletionStage<Media> fetch(ScreenedText reference);

    /**
     * An open file.
     *
     * @param declaredType what the platform says it is; decide by content, not by this
     * @param length bytes, −1 when unknown
     */
    record Media(InputStream stream, String declaredType, long length) {}
}
