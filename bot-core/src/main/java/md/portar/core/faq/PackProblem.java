package md.portar.core.faq;

/**
 * One mistake in a pack, in words for the person who edits it.
 *
 * @param file the file inside the pack, such as {@code topics/kyc-how.yaml}
 * @param line the line in the file, from 1; 0 when it is about the whole file
 * @param key where in the file, such as {@code ro.answer}; empty when it is about the whole file
 * @param message what is wrong and what is expected
 */
public record PackProblem(String file, int line, String key, String message) {
    /** File, line and key, without any of the pack's words. */
    public String place() {
        String where = line == 0 ? file : file + ":" + line;
        return key.isEmpty() ? where : where + ": " + key;
    }

    @Override
    public String toString() {
        return place() + ": " + message;
    }
}
