package md.portar.core.texts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.message.Language;

/** What is said to a player outside a turn of his: by the hand-off, or when something went wrong. Thread-safe. */
public final class PlayerNotices {
    private static final int HIGHEST_RATING = 5;

    private final Texts texts;

    public PlayerNotices(Texts texts) {
        this.texts = texts;
    }

    /** Words with the buttons that belong to them. */
    public record Line(CatalogueText text, List<Choice> choices) {
        public Line {
            choices = List.copyOf(choices);
        }
    }

    /** A person took over; {@code publicName} is the name that players may see. */
    public CatalogueText agentJoined(Language language, SafeText publicName) {
        return texts.get(language, TextKey.AGENT_JOINED).with("agent", publicName);
    }

    /** The conversation moves to another agent. */
    public CatalogueText agentTransferred(Language language) {
        return texts.get(language, TextKey.AGENT_TRANSFER);
    }

    /** The agent's connection was lost; "at the front" is said only when it is true. */
    public CatalogueText agentLost(Language language, int place) {
        return place <= 1
                ? texts.get(language, TextKey.AGENT_LOST)
                : texts.get(language, TextKey.AGENT_LOST_PLACE).with("n", place);
    }

    /** The agent resolved it: closing line, case number, how to reopen, and the rating when it may be asked. */
    public Line agentClosed(Language language, Optional<CaseNumber> number, boolean askRating) {
        CatalogueText text = texts.get(language, TextKey.AGENT_END);
        if (number.isPresent()) {
            CatalogueText line = texts.get(language, TextKey.AGENT_END_CASE);
            text = text.append(" ", line.with("case", texts.number(number.get())));
        }
        text = text.append(" ", texts.get(language, TextKey.AGENT_END_REOPEN));
        List<Choice> choices = new ArrayList<>();
        if (askRating) {
            text = text.append("\n\n", texts.get(language, TextKey.RATE_ASK));
            for (int stars = 1; stars <= HIGHEST_RATING; stars++) {
                choices.add(texts.choice(language, "rate." + stars));
            }
            choices.add(texts.choice(language, "rate.skip"));
        }
        choices.add(texts.choice(language, "end.reopen"));
        return new Line(text, choices);
    }

    /** A watched case has changed. */
    public Line caseChanged(Language language, CaseRecord record) {
        CatalogueText text = texts.get(language, TextKey.CASE_CHANGED)
                .with("case", texts.number(record.number()))
                .with("status", texts.status(language, record.status()))
                .with("date", texts.moment(language, record.updatedAt()))
                .with("next", texts.nextStep(language, record.status()));
        return new Line(text, List.of(texts.choice(language, "menu.human"), texts.choice(language, "menu.back")));
    }

    /** Still in line: place and waiting time as far as they are known, and on wish that a message can be left. */
    public Line stillWaiting(Language language, int place, Optional<Duration> wait, boolean offerMessage) {
        CatalogueText text = wait.map(time -> texts.get(language, TextKey.QUEUE_STILL)
                        .with("n", place)
                        .with("wait", texts.wait(language, time)))
                .orElseGet(() -> texts.get(language, TextKey.QUEUE_STILL_NO_ESTIMATE));
        List<Choice> choices = new ArrayList<>(List.of(texts.choice(language, "queue.cancel")));
        if (offerMessage) {
            text = text.append("\n", texts.get(language, TextKey.QUEUE_LONG));
            choices.add(0, texts.choice(language, "queue.leave"));
        }
        return new Line(text, choices);
    }

    /** Something failed on our side. */
    public Line error(Language language) {
        return new Line(texts.get(language, TextKey.ERROR), List.of(texts.choice(language, "menu.human")));
    }

    /** The one line for a group, with a link to the private chat when it is known. */
    public CatalogueText group(Language language, Optional<SafeText> link) {
        return link.map(address -> texts.get(language, TextKey.GROUP).with("link", address))
                .orElseGet(() -> texts.get(language, TextKey.GROUP_PLAIN));
    }

    /** A line of the thread that only agents see; {@code happening} is the last part of a {@code desk.event} key. */
    public CatalogueText deskEvent(Language language, String happening, SafeText agentName) {
        return texts.deskEvent(language, happening).with("agent", agentName);
    }

    /** A line of the thread that only agents see: so many messages of a flood were kept and not answered. */
    public CatalogueText skipped(Language language, int messages) {
        return texts.deskEvent(language, "SKIPPED").with("n", messages);
    }
}
