package md.portar.core.casestatus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.message.ConversationKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds a case for somebody who has to name both its number and the account it belongs to. An unknown number and another
 * person's case give the same result after the same time, so that nothing can be learned by trying. Thread-safe.
 */
public final class CaseLookup {
    private final CaseDirectory directory;
    private final LookupAttempts attempts;
    private final Pacing pacing;

    public CaseLookup(CaseDirectory directory, LookupAttempts attempts, Pacing pacing) {
        this.directory = directory;
        this.attempts = attempts;
        this.pacing = pacing;
    }

    /** One way to read what the person wrote: digits alone may be either number. */
    public record Claim(CaseNumber number, AccountId account) {}

    /** What a look-up came to. */
    public enum Outcome {
        FOUND,
        NO_MATCH,
        LOCKED,
        UNAVAILABLE
    }

    /**
     * @param found the case, only with {@link Outcome#FOUND}
     * @param refusedFor how long look-ups are refused, only with {@link Outcome#LOCKED}
     */
    public record Result(
            Outcome outcome,
            @Nullable CaseRecord found,
            @Nullable Duration refusedFor) {
        public Optional<CaseRecord> match() {
            return Optional.ofNullable(found);
        }

        public Optional<Duration> lockedFor() {
            return Optional.ofNullable(refusedFor);
        }
    }

    /**
     * Tries every reading of what the person wrote; the first is the likeliest and the one that counts against the limits.
     * An unavailable source costs no attempt.
     *
     * @param lasts is told, before anything is looked up, how long after its question the answer may leave at the earliest
     */
    public Result check(ConversationKey person, List<Claim> claims, Instant now, Consumer<Duration> lasts) {
        lasts.accept(pacing.draw());
        return checkNow(person, claims, now);
    }

    private Result checkNow(ConversationKey person, List<Claim> claims, Instant now) {
        Duration longest = Duration.ZERO;
        for (CaseNumber number : numbers(claims)) {
            Duration locked = attempts.lockedFor(person, number, now).orElse(Duration.ZERO);
            longest = locked.compareTo(longest) > 0 ? locked : longest;
        }
        if (longest.compareTo(Duration.ZERO) > 0) {
            return new Result(Outcome.LOCKED, null, longest);
        }
        CaseRecord match = null;
        try {
            for (Claim claim : claims) {
                Optional<CaseRecord> found = directory.find(claim.number());
                boolean owns = isOwner(found, claim.account());
                if (owns && match == null) {
                    match = found.orElse(null);
                }
            }
        } catch (CaseDirectory.CasesUnavailable unavailable) {
            return new Result(Outcome.UNAVAILABLE, null, null);
        }
        if (match == null) {
            attempts.failed(person, claims.get(0).number(), now);
            return new Result(Outcome.NO_MATCH, null, null);
        }
        return new Result(Outcome.FOUND, match, null);
    }

    /** Compares in constant time, and compares something even when there is no such case. */
    private static boolean isOwner(Optional<CaseRecord> found, AccountId claimed) {
        byte[] given = claimed.value().getBytes(StandardCharsets.UTF_8);
        byte[] owner = found.map(record -> record.owner().value()).orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(owner, given) && found.isPresent();
    }

    private static Set<CaseNumber> numbers(List<Claim> claims) {
        Set<CaseNumber> numbers = new LinkedHashSet<>();
        claims.forEach(claim -> numbers.add(claim.number()));
        return numbers;
    }
}
