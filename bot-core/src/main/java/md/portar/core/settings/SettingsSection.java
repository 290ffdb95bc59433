package md.portar.core.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the configuration, read key by key. A read that fails reports the problem under the full key and returns a
 * harmless stand-in, so that one run finds every mistake. Keys that nobody read are reported by the reader at the end.
 */
public interface SettingsSection {
    /** The full key of this section, such as {@code channels.telegram.main}. */
    String path();

    /** Whether the key is present. */
    boolean has(String key);

    /** A required text; reports a missing or blank one. */
    String text(String key);

    /** A text with a default. */
    String text(String key, String fallback);

    Optional<String> optionalText(String key);

    /** A required secret, given as {@code ${env:NAME}} or {@code ${file:PATH}}; a literal is a problem. */
    Secret<String> secret(String key);

    Optional<Secret<String>> optionalSecret(String key);

    int number(String key, int fallback, int least, int most);

    boolean flag(String key, boolean fallback);

    /** Such as {@code 90s}, {@code 15m}, {@code 24h}, {@code 7d}, {@code 1500ms}. */
    Duration duration(String key, Duration fallback);

    /** An absolute http or https URL without user, query or fragment. */
    URI url(String key, URI fallback);

    /** One of the constants' lower-case names, with {@code -} for {@code _}. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E fallback);

    List<String> texts(String key);

    /** A nested section; empty when absent. */
    SettingsSection section(String key);

    /** The names of everything in this section, in the order written. */
    List<String> keys();

    /** All nested sections by name, in the order written. */
    Map<String, SettingsSection> sections();

    /** Reports a problem of this section's own. */
    void problem(String key, String message);
}
