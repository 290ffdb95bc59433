package md.portar.gateway.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;
import org.jspecify.annotations.Nullable;

/** Tokens of programs that may use the interface, each with what it may do. Kept as hashes. Immutable and thread-safe. */
public final class ApiTokens {
    private static final String BEARER = "Bearer ";
    private static final int LEAST_LENGTH = 24;

    private final List<Token> tokens;

    private ApiTokens(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** What a token may be good for. */
    public enum Scope {
        /** Writing case statuses. */
        CASES_WRITE("cases:write");

        private final String written;

        Scope(String written) {
            this.written = written;
        }

        static Optional<Scope> of(String written) {
            for (Scope scope : values()) {
                if (scope.written.equals(written)) {
                    return Optional.of(scope);
                }
            }
            return Optional.empty();
        }
    }

    /** What a request's token comes to. */
    enum Access {
        GRANTED,
        /** No token, or one that nobody gave out. */
        UNKNOWN,
        /** A good token for something else. */
        OUT_OF_SCOPE
    }

    /** @param hash SHA-256 in hexadecimal digits */
    private record Token(String hash, Set<Scope> scopes) {}

    /** Nobody may. */
    public static ApiTokens none() {
        return new ApiTokens(List.of());
    }

    /** One token with one scope. */
    public static ApiTokens of(Secret<String> token, Scope... scopes) {
        return new ApiTokens(List.of(new Token(hash(token.reveal()), Set.of(scopes))));
    }

    /** Reads {@code api.tokens}: under each name a {@code token} by reference, and {@code scopes}. */
    public static ApiTokens read(SettingsSection section) {
        List<Token> tokens = new ArrayList<>();
        section.sections().forEach((name, one) -> {
            Secret<String> secret = one.secret("token");
            if (!secret.reveal().isEmpty() && secret.reveal().length() < LEAST_LENGTH) {
                one.problem(
                        "token",
                        "expected at least " + LEAST_LENGTH + " characters, such as from openssl rand -hex 24");
            }
            List<Scope> scopes = new ArrayList<>();
            for (String written : one.texts("scopes")) {
                Scope.of(written)
                        .ifPresentOrElse(scopes::add, () -> one.problem("scopes", "expected a list of cases:write"));
            }
            tokens.add(new Token(hash(secret.reveal()), Set.copyOf(scopes)));
        });
        return new ApiTokens(tokens);
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Compares with every token, so that time tells nothing about any of them. */
    Access access(@Nullable String authorization, Scope scope) {
        boolean bearer = authorization != null && authorization.startsWith(BEARER);
        String given = hash(authorization != null && bearer ? authorization.substring(BEARER.length()) : "");
        Access access = Access.UNKNOWN;
        for (Token token : tokens) {
            if (isSame(token.hash(), given) && bearer) {
                access = token.scopes().contains(scope) ? Access.GRANTED : Access.OUT_OF_SCOPE;
            }
        }
        return access;
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            // Cannot happen: SHA-256 is required of every JDK.
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
