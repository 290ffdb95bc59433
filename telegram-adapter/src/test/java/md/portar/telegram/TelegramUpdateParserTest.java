package md.portar.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.message.ChannelAccount;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramUpdateParserTest {
    private final TelegramUpdateParser parser =
            new TelegramUpdateParser(new ChannelAccount("main"), FixedClock.onMonday());

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "null", "42", "\"text\"", "{}", "{\"update_id\": \"one\"}", "{\"update_id\": 1.5e99}"})
    void jsonThatIsNoUpdateIsAcknowledged(String body) throws MalformedUpdate {
        assertThat(parse(body)).isEqualTo(new ChannelEvent.Ignored(IgnoredReason.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "hello", "{}{}", "{\"update_id\": 1"})
    void whatIsNoJsonIsRefused(String body) {
        assertThat(refusal(body)).isEqualTo(MalformedUpdate.Reason.NOT_JSON);
    }

    @Test
    void nestingIsBounded() {
        String deep =
                "{\"update_id\": 1, \"message\": " + "{\"reply_to_message\": ".repeat(5_000) + "{}" + "}".repeat(5_001);
        assertThat(refusal(deep)).isEqualTo(MalformedUpdate.Reason.TOO_DEEP);
    }

    @Test
    void theExceptionHasNoCauseAndQuotesNothing() {
        MalformedUpdate thrown = catchThrowableOfType(MalformedUpdate.class, () -> parse("hunter2secret"));
        assertThat(thrown).hasNoCause().hasMessage("malformed telegram update: NOT_JSON");
    }

    private ChannelEvent parse(String body) throws MalformedUpdate {
        return parser.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private MalformedUpdate.Reason refusal(String body) {
        return catchThrowableOfType(MalformedUpdate.class, () -> parse(body)).reason();
    }
}
