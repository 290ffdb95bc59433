package md.portar.core.message;

import java.util.Locale;
import java.util.Optional;

/** The languages the bot answers in. */
public enum Language {
    RO,
    RU,
    EN;

    /** Lower-case ISO 639-1 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a tag such as {@code ro}, {@code ru-MD} or {@code en_US}; empty for anything else. */
    public static Optional<Language> fromTag(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            String code = language.code();
            if (lower.equals(code) || lower.startsWith(code + "-") || lower.startsWith(code + "_")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
