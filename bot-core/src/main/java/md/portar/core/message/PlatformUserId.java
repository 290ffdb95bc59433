package md.portar.core.message;

import java.util.regex.Pattern;

/**
 * A platform's own address of the person (or group) we talk with: a Telegram chat id, {@code whatsapp:+15550100} or a
 * business-scoped id without its prefix, a page-scoped id. Opaque. Personal data: logged only as a fingerprint.
 */
public record PlatformUserId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._:+-]{1,160}");

    public PlatformUserId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a platform user id (length " + value.length() + ")");
        }
    }

    /** Shows the length only, since the value may be a phone number. */
    @Override
    public String toString() {
        return "PlatformUserId[" + value.length() + " chars]";
    }
}
