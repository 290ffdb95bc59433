package md.portar.core.pipeline;

import java.util.List;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.Choice;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;

/** The few lines that the pipeline itself says, given by the assembly from the message files. Thread-safe. */
public interface SystemTexts {
    /** Something broke while the bot thought; the player may try again or ask for a person. */
    Line failed(Language language);

    /** The one polite line in a group before we leave it; no language is known, so it may speak several. */
    SafeText groupsNotServed();

    /** An agent has taken over. */
    SafeText agentJoined(Language language, SafeText agentName);

    /** The agent gave the conversation back to the queue. */
    SafeText agentLeft(Language language);

    /** The agent has closed; with the rating question when {@code askRating}. */
    Line closed(Language language, boolean askRating);

    /** How it stands for somebody who waits; {@code offerMessage} adds that he may leave a message instead. */
    Line stillWaiting(Language language, QueueOutlook.Outlook outlook, boolean offerMessage);

    /** A case that the player watches has another status now. */
    Line caseChanged(Language language, CaseRecord record);

    /** A line of the thread that only agents see, in the language of the console's thread. */
    SafeText event(Happening happening, SafeText agentName);

    /** A line of the thread that only agents see: so many messages of a flood were kept and not answered. */
    SafeText skipped(int messages);

    /** Words and the buttons under them. */
    record Line(SafeText text, List<Choice> choices) {
        public Line {
            choices = List.copyOf(choices);
        }
    }

    /** What an event line in the thread tells. */
    enum Happening {
        QUEUED,
        QUEUE_LEFT,
        TAKEN,
        RELEASED,
        RESOLVED
    }
}
