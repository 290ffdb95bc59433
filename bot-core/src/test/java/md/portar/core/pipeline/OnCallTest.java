package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.message.Language;
import md.portar.core.pipeline.OnCall.When;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnCallTest {
    @ParameterizedTest
    @CsvSource({
        "ALWAYS,       LIMITS,   true,  true,  true",
        "DISTRESS,     LIMITS,   false, false, false",
        "DISTRESS,     DISTRESS, true,  true,  true",
        "OUT_OF_HOURS, LIMITS,   true,  false, false",
        "OUT_OF_HOURS, LIMITS,   false, true,  true",
        "UNATTENDED,   LIMITS,   false, true,  false",
        "UNATTENDED,   LIMITS,   true,  false, true"
    })
    void theyAreToldWhenTheOperatorWantsIt(
            When when, SafetyConcern concern, boolean open, boolean attended, boolean wanted) {
        OnCall onCall = new OnCall(
                notice -> new Attempt(Result.TAKEN, 204),
                Set.of(when),
                (language, at) -> open && language == Language.RO);
        assertThat(onCall.wants(concern, Language.RO, attended, FixedClock.MONDAY))
                .isEqualTo(wanted);
    }
}
