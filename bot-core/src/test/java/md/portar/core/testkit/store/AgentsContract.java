package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import md.portar.core.store.PasswordHash;
import md.portar.core.store.SecretHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents, what proves who they are, and who is there. */
public interface AgentsContract extends StoreUnderTest {
    AgentId MARIA = new AgentId("maria");
    SecretHash TOKEN = new SecretHash("a".repeat(64));

    private static Agent maria(boolean disabled) {
        return new Agent(
                MARIA,
                CatalogueText.of("Maria"),
                AgentRole.SUPERVISOR,
                Set.of(Language.RO, Language.RU),
                Language.RU,
                disabled);
    }

    private void save(Agent agent) {
        write(tx -> {
            store().agents().save(tx, agent);
            return true;
        });
    }

    @Test
    default void anAgentComesBackAsSaved() {
        save(maria(false));
        save(maria(false));
        assertThat(list(tx -> store().agents().all(tx))).containsExactly(maria(false));
        assertThat(maybe(tx -> store().agents().find(tx, MARIA))).contains(maria(false));
    }

    @Test
    default void aTokenWorksOnceAndInTime() {
        save(maria(false));
        write(tx -> {
            store().agents().addToken(tx, MARIA, TOKEN, NOW.plusSeconds(10));
            return true;
        });
        assertThat(maybe(tx -> store().agents().redeem(tx, TOKEN, NOW.plusSeconds(10))))
                .isEmpty();
        assertThat(maybe(tx -> store().agents().redeem(tx, TOKEN, NOW))).contains(MARIA);
        assertThat(maybe(tx -> store().agents().redeem(tx, TOKEN, NOW))).isEmpty();
    }

    @Test
    default void aSessionEndsByIdlenessByAgeAndWithItsAgent() {
        save(maria(false));
        write(tx -> {
            store().agents().openSession(tx, TOKEN, MARIA, NOW, Duration.ofMinutes(10), Duration.ofMinutes(25));
            return true;
        });
        assertThat(session(Duration.ofMinutes(9))).contains(MARIA);
        assertThat(session(Duration.ofMinutes(10))).isEmpty();
        touch(Duration.ofMinutes(9));
        assertThat(session(Duration.ofMinutes(18))).contains(MARIA);
        touch(Duration.ofMinutes(18));
        touch(Duration.ofMinutes(24));
        assertThat(session(Duration.ofMinutes(25))).isEmpty();
        assertThat(session(Duration.ofMinutes(24))).contains(MARIA);
        save(maria(true));
        assertThat(session(Duration.ofMinutes(24))).isEmpty();
    }

    private void open(Duration after) {
        write(tx -> {
            store().agents().openSession(tx, TOKEN, MARIA, NOW.plus(after), Duration.ofHours(1), Duration.ofHours(12));
            return true;
        });
    }

    @Test
    default void aSessionUsedInTheFutureIsOverUntilTheClockIsKnownToBeSet() {
        save(maria(false));
        open(Duration.ZERO);
        Duration back = Duration.ofHours(-1);
        assertThat(session(Duration.ofSeconds(-59))).contains(MARIA);
        assertThat(session(back)).isEmpty();
        assertThat(count(tx -> store().agents().shiftSessions(tx, back, NOW.plus(back))))
                .isOne();
        assertThat(session(back)).contains(MARIA);
        assertThat(session(Duration.ofMinutes(-1))).contains(MARIA);
        assertThat(session(Duration.ZERO)).isEmpty();
    }

    @Test
    default void aClockSetBackDoesNotLengthenASession() {
        save(maria(false));
        open(Duration.ZERO);
        Duration back = Duration.ofMinutes(-30);
        for (int minute = 0; minute < 11 * 60; minute += 50) {
            touch(Duration.ofMinutes(minute));
        }
        Duration turned = Duration.ofHours(11).plus(back);
        write(tx -> store().agents().shiftSessions(tx, back, NOW.plus(turned)));
        touch(turned);
        assertThat(session(turned.plusMinutes(59))).contains(MARIA);
        touch(turned.plusMinutes(59));
        assertThat(session(turned.plusMinutes(60))).isEmpty();
    }

    @Test
    default void whoSignedInAfterTheClockWasSetBackStaysSignedIn() {
        save(maria(false));
        Duration back = Duration.ofHours(-1);
        open(back);
        Duration noticed = back.plusSeconds(20);
        assertThat(count(tx -> store().agents().shiftSessions(tx, back, NOW.plus(noticed))))
                .isZero();
        assertThat(session(noticed)).contains(MARIA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P400D"})
    default void aClockSetForwardCostsNoMoreThanANewSignIn(String by) {
        save(maria(false));
        Duration ahead = Duration.parse(by);
        open(Duration.ZERO);
        assertThat(session(ahead)).isEmpty();
        write(tx -> {
            store().agents().closeSession(tx, TOKEN);
            return true;
        });
        open(ahead);
        assertThat(session(ahead.plusMinutes(59))).contains(MARIA);
        assertThat(session(Duration.ZERO)).isEmpty();
    }

    private Optional<AgentId> session(Duration after) {
        return look(tx -> store().agents().session(tx, TOKEN, NOW.plus(after)));
    }

    private void touch(Duration after) {
        write(tx -> {
            store().agents().touchSession(tx, TOKEN, NOW.plus(after));
            return true;
        });
    }

    @Test
    default void aNewPasswordEndsTheSessions() {
        save(maria(false));
        PasswordHash hash = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaGhhc2hoYXNo");
        write(tx -> {
            store().agents().openSession(tx, TOKEN, MARIA, NOW, Duration.ofHours(1), Duration.ofHours(1));
            return true;
        });
        write(tx -> {
            store().agents().setPassword(tx, MARIA, hash);
            return true;
        });
        assertThat(maybe(tx -> store().agents().password(tx, MARIA))).contains(hash);
        assertThat(session(Duration.ZERO)).isEmpty();
    }

    @Test
    default void languagesAreStaffedWhileAnAgentIsThere() {
        save(maria(false));
        write(tx -> {
            store().agents().present(tx, MARIA, NOW.plusSeconds(30));
            return true;
        });
        assertThat(staffed(Duration.ofSeconds(29))).containsExactlyInAnyOrder(Language.RO, Language.RU);
        assertThat(staffed(Duration.ofSeconds(30))).isEmpty();
    }

    private Set<Language> staffed(Duration after) {
        return look(tx ->
                        store().tickets().figures(tx, Optional.empty(), Language.RO, Priority.NORMAL, NOW.plus(after)))
                .staffed();
    }
}
