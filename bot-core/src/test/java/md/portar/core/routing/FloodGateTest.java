package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SecretKind;
import md.portar.core.texts.OperatorFacts;
import org.junit.jupiter.api.Test;

class FloodGateTest {
    private static final int SOFT = 3;
    private static final int HARD = 6;

    private final Player player = new Player(OperatorFacts.NONE, settings());

    private static PlayerSettings settings() {
        PlayerSettings usual = PlayerSettings.standard();
        return new PlayerSettings(
                usual.defaultLanguage(),
                usual.caseExample(),
                new PlayerSettings.Limits(SOFT, HARD, usual.limits().longQueue()),
                usual.caseBinding(),
                usual.startLinks(),
                usual.hours(),
                usual.caseLink());
    }

    /** Up to the hard limit and the given number of messages beyond it, each a turn of its own. */
    private void flood(int beyond) {
        for (int i = 0; i < HARD + beyond; i++) {
            player.says("cum retrag banii de data " + i);
        }
    }

    private List<Effect.MarkSkipped> marks() {
        return player.effects(Effect.MarkSkipped.class);
    }

    @Test
    void theSoftLimitThatIsSetHolds() {
        for (int i = 0; i < SOFT; i++) {
            assertThat(player.says("cum retrag banii " + i).topics()).isNotEmpty();
        }
        assertThat(player.says("cum retrag banii acum").heard()).startsWith("Puțin mai încet");
        assertThat(player.says("cum retrag banii azi").replies()).isEmpty();
        assertThat(player.after(Duration.ofSeconds(11)).says("cum depun bani").replies())
                .isNotEmpty();
        assertThat(marks()).isEmpty();
    }

    @Test
    void whatIsAboveTheHardLimitIsMarkedAndNotAnswered() {
        flood(0);
        assertThat(marks()).isEmpty();
        player.after(Duration.ofSeconds(20)).says("cum depun bani");
        assertThat(player.replies()).isEmpty();
        assertThat(marks()).containsExactly(new Effect.MarkSkipped(Player.START, 1));
        player.saysAtOnce("unu", "doi", "trei");
        assertThat(player.replies()).isEmpty();
        assertThat(marks()).containsExactly(new Effect.MarkSkipped(Player.START, 4));
    }

    @Test
    void theNextMinuteIsAnsweredAndCountedAnew() {
        flood(5);
        player.after(Duration.ofSeconds(61));
        assertThat(player.says("cum depun bani").topics()).isNotEmpty();
        assertThat(marks()).isEmpty();
        flood(0);
        assertThat(marks()).containsExactly(new Effect.MarkSkipped(player.now, 1));
    }

    @Test
    void oneBurstOverBothLimitsIsToldOnceToSlowDown() {
        player.says("salut");
        player.saysAtOnce("a1", "b2", "c3", "d4", "e5", "f6", "g7");
        assertThat(player.replies()).hasSize(1);
        assertThat(marks()).containsExactly(new Effect.MarkSkipped(Player.START, 7));
        assertThat(player.says("cum depun bani").replies()).isEmpty();
    }

    @Test
    void aRequestForProtectionInAFloodReachesAPersonAndIsNotSkipped() {
        flood(10);
        player.says("vreau autoexcludere");
        assertThat(player.ticket().orElseThrow().priority()).isEqualTo(Priority.SAFETY);
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
        assertThat(player.replies()).isNotEmpty();
        assertThat(marks()).isEmpty();
    }

    @Test
    void aSecretInAFloodIsStillRemovedAtThePlatform() {
        flood(10);
        player.leaks("parola mea este [x]", false, SecretKind.PASSWORD);
        assertThat(player.effects)
                .anyMatch(effect -> effect instanceof Effect.Redact || effect instanceof Effect.RedactAndTell);
    }

    @Test
    void whoWaitsIsNotAnsweredAboveTheHardLimitEither() {
        player.says("operator");
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
        flood(3);
        assertThat(player.replies()).isEmpty();
        assertThat(marks()).isNotEmpty();
        assertThat(player.state()).isEqualTo(ConversationState.Name.QUEUED);
    }
}
