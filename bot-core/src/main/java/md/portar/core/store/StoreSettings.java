package md.portar.core.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import md.portar.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** Where the store is and how much it may queue. */
public final class StoreSettings {
    /** What the process that opens the store is. */
    public enum Role {
        /** Serves conversations. SQLite admits one such process at a time. */
        NODE,
        /** A short command beside it, such as an import. */
        TOOL
    }

    private static final String SQLITE = "jdbc:sqlite:";

    private final String url;
    private final @Nullable String user;
    private final @Nullable Secret<String> password;
    private final Role role;
    private final int queueCapacity;

    private StoreSettings(
            String url, @Nullable String user, @Nullable Secret<String> password, Role role, int queueCapacity) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.role = role;
        this.queueCapacity = queueCapacity;
    }

    /** {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}. */
    public static StoreSettings of(String url) {
        if (!url.startsWith(SQLITE) && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("a store URL starts with jdbc:sqlite: or jdbc:postgresql:");
        }
        return new StoreSettings(url, null, null, Role.NODE, 20_000);
    }

    public static StoreSettings sqlite(Path file) {
        return of(SQLITE + file.toAbsolutePath());
    }

    /** Who signs in at the server; null for what the URL or the server's own rules say. */
    public StoreSettings withLogin(@Nullable String loginUser, @Nullable Secret<String> loginPassword) {
        return new StoreSettings(url, loginUser, loginPassword, role, queueCapacity);
    }

    public StoreSettings withRole(Role changed) {
        return new StoreSettings(url, user, password, changed, queueCapacity);
    }

    /** How many units of work may wait; more are refused at once. */
    public StoreSettings withQueueCapacity(int capacity) {
        return new StoreSettings(url, user, password, role, capacity);
    }

    public String url() {
        return url;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable Secret<String> password() {
        return password;
    }

    public Role role() {
        return role;
    }

    public int queueCapacity() {
        return queueCapacity;
    }

    public boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** The database file; only for SQLite. */
    public Path sqliteFile() {
        if (!isSqlite()) {
            throw new IllegalStateException("not a SQLite store");
        }
        String path = url.substring(SQLITE.length());
        int query = path.indexOf('?');
        return Path.of(query < 0 ? path : path.substring(0, query)).toAbsolutePath();
    }

    /** How long a caller that waits for a unit of work waits at most. */
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreSettings that
                && url.equals(that.url)
                && Objects.equals(user, that.user)
                && role == that.role
                && queueCapacity == that.queueCapacity;
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, user, role, queueCapacity);
    }

    /** Names the kind only: a URL may hold a password. */
    @Override
    public String toString() {
        return "StoreSettings[" + (isSqlite() ? "sqlite" : "postgresql") + ", " + role + "]";
    }
}
