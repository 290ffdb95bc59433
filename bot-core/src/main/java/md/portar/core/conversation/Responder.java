package md.portar.core.conversation;

import java.util.List;
import md.portar.core.message.ScreenedMessage;

/**
 * Decides what the bot does with new messages of one conversation. Called by one worker at a time per conversation, outside
 * any transaction; may read ports (cases, queue) but changes nothing itself. Called again with the same input after a crash.
 */
@FunctionalInterface
public interface Responder {
    /**
     * @param batch the messages not yet handled, in the order recorded, at least one; answered as one thought
     */
    Turn respond(Conversation before, List<ScreenedMessage> batch, Surroundings surroundings);
}
