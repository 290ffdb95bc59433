package md.portar.core.casestatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import md.portar.core.casestatus.CaseLookup.Claim;
import md.portar.core.casestatus.CaseLookup.Outcome;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformUserId;
import org.junit.jupiter.api.Test;

class CaseLookupTest {
    private static final ConversationKey PERSON =
            new ConversationKey(new ChannelId("telegram"), new ChannelAccount("main"), new PlatformUserId("100000001"));
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final CaseNumber KNOWN = new CaseNumber("C-10482");
    private static final CaseRecord CASE = new CaseRecord(KNOWN, new AccountId("123456"), CaseStatus.RECEIVED, NOW);

    private static final Duration LASTING = Duration.ofMillis(400);

    private final List<CaseNumber> asked = new ArrayList<>();
    private final List<CaseNumber> failed = new ArrayList<>();
    private final List<Duration> paced = new ArrayList<>();
    private Duration locked = Duration.ZERO;

    private final CaseLookup lookup = new CaseLookup(
            number -> {
                asked.add(number);
                return number.equals(KNOWN) ? Optional.of(CASE) : Optional.empty();
            },
            new LookupAttempts() {
                @Override
                public Optional<Duration> lockedFor(ConversationKey person, CaseNumber number, Instant now) {
                    return Optional.of(locked).filter(span -> !span.isZero());
                }

                @Override
                public void failed(ConversationKey person, CaseNumber number, Instant now) {
                    failed.add(number);
                }
            },
            () -> LASTING);

    @Test
    void theOwnerFindsHisCase() {
        CaseLookup.Result result = lookup.check(PERSON, List.of(claim("C-10482", "123456")), NOW, paced::add);
        assertThat(result.match()).contains(CASE);
        assertThat(failed).isEmpty();
    }

    @Test
    void unknownAndForeignAreOneOutcomeAndOneAttemptEach() {
        CaseLookup.Result unknown = lookup.check(PERSON, List.of(claim("C-99999", "123456")), NOW, paced::add);
        CaseLookup.Result foreign = lookup.check(PERSON, List.of(claim("C-10482", "654321")), NOW, paced::add);
        assertThat(unknown).isEqualTo(foreign);
        assertThat(unknown.outcome()).isEqualTo(Outcome.NO_MATCH);
        assertThat(failed).hasSize(2);
    }

    @Test
    void allReadingsAreAskedEvenAfterAMatchAndCountAsOneAttempt() {
        lookup.check(PERSON, List.of(claim("C-10482", "123456"), claim("10482", "123456")), NOW, paced::add);
        assertThat(asked).hasSize(2);
        lookup.check(PERSON, List.of(claim("C-11111", "123456"), claim("11111", "123456")), NOW, paced::add);
        assertThat(failed).containsExactly(new CaseNumber("C-11111"));
    }

    @Test
    void whileLockedNothingIsLookedUp() {
        locked = Duration.ofMinutes(9);
        CaseLookup.Result result = lookup.check(PERSON, List.of(claim("C-10482", "123456")), NOW, paced::add);
        assertThat(result.lockedFor()).contains(Duration.ofMinutes(9));
        assertThat(asked).isEmpty();
        assertThat(failed).isEmpty();
    }

    @Test
    void everyOutcomeIsPaced() {
        lookup.check(PERSON, List.of(claim("C-10482", "123456")), NOW, paced::add);
        lookup.check(PERSON, List.of(claim("C-99999", "123456")), NOW, paced::add);
        locked = Duration.ofMinutes(9);
        lookup.check(PERSON, List.of(claim("C-10482", "123456")), NOW, paced::add);
        assertThat(paced).containsExactly(LASTING, LASTING, LASTING);
    }

    @Test
    void theTimeIsToldBeforeAnythingIsLookedUp() {
        lookup.check(PERSON, List.of(claim("C-10482", "123456")), NOW, lasting -> {
            assertThat(asked).isEmpty();
            paced.add(lasting);
        });
        assertThat(paced).containsExactly(LASTING);
    }

    @Test
    void timesAreDrawnBetweenTheLeastAndTheJitter() {
        Pacing pacing = Pacing.atLeast(Duration.ofMillis(60), Duration.ofMillis(10), new Random(1));
        List<Duration> drawn = Stream.generate(pacing::draw).limit(100).toList();
        assertThat(drawn).allMatch(time -> !time.minus(Duration.ofMillis(60)).isNegative());
        assertThat(drawn).allMatch(time -> time.compareTo(Duration.ofMillis(70)) < 0);
        assertThat(Set.copyOf(drawn)).hasSizeGreaterThan(50);
    }

    private static Claim claim(String number, String account) {
        return new Claim(new CaseNumber(number), new AccountId(account));
    }
}
