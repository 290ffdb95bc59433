package md.portar.gateway.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.ClaimResult;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.SendResult;
import md.portar.core.message.Language;

/** The agent whom the person at the terminal plays too. */
final class ChatAgent {
    private static final AgentId ANA = new AgentId("ana");
    private static final Duration AT_WORK = Duration.ofHours(12);

    private final ChatSession session;

    ChatAgent(ChatSession session) {
        this.session = session;
        session.engine()
                .agents()
                .save(new Agent(
                        ANA,
                        SecretGuard.standard().rescreen("Ana"),
                        AgentRole.AGENT,
                        EnumSet.allOf(Language.class),
                        Language.EN,
                        false));
        session.engine().desk().present(ANA, Clock.systemUTC().instant().plus(AT_WORK));
    }

    /** Takes the conversation if need be and says something; gives the reason when that is not done. */
    Optional<String> say(String words) {
        Optional<ConversationNumber> number = session.number();
        if (number.isEmpty()) {
            return Optional.of("nobody has written yet");
        }
        HandoffDesk desk = session.engine().desk();
        ClaimResult claimed = desk.claim(number.get(), ANA);
        if (!claimed.done()) {
            return Optional.of("the player has not asked for a person");
        }
        ClientMessageId id = new ClientMessageId(UUID.randomUUID().toString());
        return desk.send(number.get(), ANA, id, UntrustedText.of(words))
                .fold(accepted -> Optional.empty(), refused -> Optional.of(reason(refused)));
    }

    /** Ends the episode. */
    Optional<String> resolve() {
        boolean done = session.number()
                .map(number -> session.engine().desk().resolve(number, ANA, EpisodeOutcome.SOLVED))
                .filter(ClaimResult::done)
                .isPresent();
        return done ? Optional.empty() : Optional.of("the conversation is not with the agent");
    }

    private static String reason(SendResult.Refused refused) {
        String kinds = refused.kinds().isEmpty() ? "" : " " + refused.kinds();
        return "not sent: " + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + kinds;
    }
}
