package md.portar.core.faq;

/**
 * One mistake in a pack, in words for the person who edits it.
 *
 * @param file the file inside the pack, such as {@code topics/kyc-how.yaml}
 * @param key where in the file, such as {@code ro.answer}; empty when it is about the whole file
 * @param message what is wrong and what is expected
 */
public record PackProblem(String file, String key, String message) {
    @Override
    public String toString() {
        return key.isEmpty() ? file + ": " + message : file + ": " + key + ": " + message;
    }
}
