package md.portar.core.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the platform sends becomes our events, the same every time; what it should never send becomes no exception. */
public interface NormalisationContract extends UnderTest {
    /** Fewest fixtures that describe a platform. */
    int FEWEST_FIXTURES = 20;

    @TestFactory
    default Stream<DynamicTest> everyFixtureBecomesTheExpectedEvents() {
        return each(fixture -> {
            JsonNode actual = describe(receiveSigned(fixture.body()));
            assertThat(actual)
                    .as(() -> "events were " + EventDescription.pretty(actual))
                    .isEqualTo(fixture.expected().path("events"));
        });
    }

    @TestFactory
    default Stream<DynamicTest> everyFixtureSaysWhereItsShapeComesFrom() {
        return each(
                fixture -> assertThat(fixture.expected().path("shape").asText()).isNotBlank());
    }

    @Test
    default void thePlatformIsDescribedByEnoughFixtures() {
        assertThat(Fixture.all()).hasSizeGreaterThanOrEqualTo(FEWEST_FIXTURES);
    }

    @TestFactory
    default Stream<DynamicTest> redeliveryGivesEqualEvents() {
        return each(fixture ->
                assertThat(describe(receiveSigned(fixture.body()))).isEqualTo(describe(receiveSigned(fixture.body()))));
    }

    @TestFactory
    default Stream<DynamicTest> unknownFieldsChangeNothing() {
        return each(fixture -> {
            JsonNode before = describe(receiveSigned(fixture.body()));
            for (byte[] body : Variants.of(fixture).withUnknownField()) {
                assertThat(describe(receiveSigned(body))).isEqualTo(before);
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> aCutOffBodyNeverThrows() {
        return each(fixture -> Variants.of(fixture).cutOff().forEach(this::isAcceptedOrMalformed));
    }

    @TestFactory
    default Stream<DynamicTest> wrongValuesNeverThrow() {
        return each(fixture -> Variants.of(fixture).wrongValues().forEach(this::isAcceptedOrMalformed));
    }

    @Test
    default void deepNestingNeverThrows() {
        for (String piece : List.of("[", "{\"message\":", "{\"entry\":[", "{\"a\":[{\"b\":")) {
            isAcceptedOrMalformed(piece.repeat(50_000).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    default void randomBytesNeverThrow() {
        Random random = new Random(20_261_102);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = new byte[random.nextInt(400)];
            random.nextBytes(body);
            isAcceptedOrMalformed(body);
        }
    }

    private void isAcceptedOrMalformed(byte[] body) {
        WebhookOutcome outcome = receiveSigned(body);
        Outcomes.refusal(outcome).ifPresent(reason -> assertThat(reason).isEqualTo(RefusalReason.MALFORMED));
        assertThat(outcome).isNotInstanceOf(WebhookOutcome.ChallengeAnswered.class);
    }

    private static ArrayNode describe(WebhookOutcome outcome) {
        return EventDescription.of(Outcomes.events(outcome));
    }

    private static Stream<DynamicTest> each(Consumer<Fixture> check) {
        return Fixture.all().stream().map(fixture -> dynamicTest(fixture.name(), () -> check.accept(fixture)));
    }
}
