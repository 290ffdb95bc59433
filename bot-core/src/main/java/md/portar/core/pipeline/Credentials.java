package md.portar.core.pipeline;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import md.portar.core.settings.Secret;
import md.portar.core.store.PasswordHash;
import md.portar.core.store.SecretHash;

/** Random tokens and their fast hash, passwords and their slow one. Thread-safe. */
final class Credentials {
    private static final int TOKEN_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** 19 MiB, two passes, one lane: the least that is recommended for Argon2id. */
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final SecureRandom random = new SecureRandom();
    private final PasswordHash nobodys;

    Credentials() {
        this.nobodys = slowHash(randomToken());
    }

    /** 256 random bits for a link or a cookie. */
    Secret<String> randomToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static SecretHash hash(Secret<String> token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(StandardCharsets.UTF_8));
            return new SecretHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot happen: SHA-256 is required of every JDK", e);
        }
    }

    PasswordHash slowHash(Secret<String> password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(
                Password.hash(password.reveal()).addSalt(salt).with(ARGON2).getResult());
    }

    /** Compares with the known hash, or with nobody's, which takes the same time and never matches. */
    boolean matches(Secret<String> password, Optional<PasswordHash> known) {
        String stored = known.orElse(nobodys).value();
        boolean same = Password.check(password.reveal(), stored).with(Argon2Function.getInstanceFromHash(stored));
        return same && known.isPresent();
    }
}
