package md.portar.gateway.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing on a player's screen.
 *
 * @param id the platform's id of the message
 * @param mark how far it got
 */
public record ChatEntry(String id, Author author, Body body, Mark mark, Fate fate, Instant at) {
    /** Who put it there. */
    public enum Author {
        PLAYER,
        BOT,
        /** The app itself: "you blocked the bot". */
        APP
    }

    /** Ticks under a message. */
    public enum Mark {
        SENDING,
        SENT,
        DELIVERED,
        READ,
        FAILED
    }

    /** What happened to it afterwards. */
    public enum Fate {
        AS_SENT,
        EDITED,
        /** Gone from the screen: the bot removed it. */
        DELETED_BY_BOT,
        /** Gone from the screen: the player took it back. */
        DELETED_BY_PLAYER,
        /** Still on the screen, but the provider's copy is empty. */
        ERASED_AT_PROVIDER
    }

    /** What it shows. */
    public record Body(RichText text, Optional<Media> media, Choices choices) {
        static Body text(RichText text) {
            return new Body(text, Optional.empty(), Choices.NONE);
        }

        Body withChoices(Choices other) {
            return new Body(text, media, other);
        }
    }

    /**
     * A picture, file, voice note, place or contact.
     *
     * @param kind {@code photo voice document location contact sticker}
     * @param url where the page can show it from; empty when there is nothing to show
     */
    public record Media(String kind, String name, String url) {}

    /**
     * What can be tapped.
     *
     * @param kind how the app draws them
     * @param opener the label that opens a list; empty otherwise
     */
    public record Choices(Kind kind, List<List<Option>> rows, String opener) {
        static final Choices NONE = new Choices(Kind.NONE, List.of(), "");

        /** How options are drawn, and whether they go away after a tap. */
        public enum Kind {
            NONE,
            INLINE_KEYBOARD,
            REPLY_KEYBOARD,
            QUICK_REPLIES,
            BUTTONS,
            LIST
        }

        public Choices {
            rows = List.copyOf(rows);
        }

        /** All options in reading order. */
        public List<Option> options() {
            return rows.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * One thing to tap.
     *
     * @param data what the platform hands back; empty when a tap only opens a link
     * @param detail a second line, or the link
     */
    public record Option(String label, String data, String detail) {}

    /** Whether the player can still see it. */
    public boolean visible() {
        return fate != Fate.DELETED_BY_BOT && fate != Fate.DELETED_BY_PLAYER;
    }

    /** The words on the screen; empty when the message is gone. */
    public String text() {
        return visible() ? body.text().text() : "";
    }

    ChatEntry withMark(Mark other) {
        return new ChatEntry(id, author, body, other, fate, at);
    }

    /** Deleting drops the body: the simulator keeps no copy of what a player can no longer see. */
    ChatEntry withFate(Fate other) {
        boolean gone = other == Fate.DELETED_BY_BOT || other == Fate.DELETED_BY_PLAYER;
        return new ChatEntry(id, author, gone ? Body.text(RichText.EMPTY) : body, mark, other, at);
    }

    ChatEntry withBody(Body other, Fate newFate) {
        return new ChatEntry(id, author, other, mark, newFate, at);
    }
}
