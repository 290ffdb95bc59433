package md.portar.core.channel;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.message.PlatformMessageId;

/** Questions to a platform that change nothing there. Thread-safe; stages always complete normally. */
public interface PlatformInquiry {
    /**
     * Asks something that every working account is answered. The answer is mapped like that of a delivery: any clear answer,
     * also a refusal, shows that the platform is up.
     */
    CompletionStage<DeliveryOutcome> probe();

    /** Whether a send without a clear answer can be looked up. */
    default boolean looksUp() {
        return false;
    }

    /**
     * Which messages with the same words the platform took for the same person.
     *
     * @param since when the message cannot have left before
     */
    default CompletionStage<Sightings> lookUp(OutboundAction action, Instant since) {
        return CompletableFuture.completedFuture(Sightings.cannotTell());
    }

    /**
     * What a look-up found.
     *
     * @param ids the platform's ids of messages that may be the one in doubt, oldest first
     */
    record Sightings(Certainty certainty, List<PlatformMessageId> ids) {
        public Sightings {
            ids = List.copyOf(ids);
        }

        public static Sightings cannotTell() {
            return new Sightings(Certainty.CANNOT_TELL, List.of());
        }

        public static Sightings noAnswer() {
            return new Sightings(Certainty.NO_ANSWER, List.of());
        }

        /** How much a look-up says. */
        public enum Certainty {
            /** The list is complete: what is not in it was not taken. */
            COMPLETE,
            /** The platform does not show it; asking again does not help. */
            CANNOT_TELL,
            /** The platform does not answer now. */
            NO_ANSWER
        }
    }
}
