package md.portar.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries. {@code T} is the text type: untrusted as an adapter makes it, screened as the core sees it.
 * Unsupported content is a value, not an exception.
 */
public sealed interface Content<T> {
    /** The same content with each text changed; texts are visited in a fixed order. */
    <R> Content<R> map(Function<? super T, ? extends R> change);

    /** Exactly one branch runs; a new kind of content must be handled by every visitor. */
    <R> R accept(Visitor<T, R> visitor);

    /** Words. A command such as {@code /menu} is text too. */
    record TextContent<T>(T text) implements Content<T> {
        @Override
        public <R> Content<R> map(Function<? super T, ? extends R> change) {
            return new TextContent<>(change.apply(text));
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * A tapped button, list item, menu entry or deep link.
     *
     * @param payload what we put into the button, as it came back (people can forge it)
     * @param title what the person saw, when the platform says so
     * @param callback the platform's handle for acknowledging the tap, where there is one
     */
    record ChoiceContent<T>(
            T payload, @Nullable T title, @Nullable PlatformMessageId callback) implements Content<T> {
        @Override
        public <R> Content<R> map(Function<? super T, ? extends R> change) {
            return new ChoiceContent<>(change.apply(payload), title == null ? null : change.apply(title), callback);
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * One or more files.
     *
     * @param album the platform's id that several messages of one album share, if any
     */
    record MediaContent<T>(
            List<Attachment<T>> attachments,
            @Nullable T caption,
            @Nullable PlatformMessageId album) implements Content<T> {
        public MediaContent {
            attachments = List.copyOf(attachments);
        }

        @Override
        public <R> Content<R> map(Function<? super T, ? extends R> change) {
            List<Attachment<R>> changed = new ArrayList<>();
            for (Attachment<T> attachment : attachments) {
                changed.add(attachment.map(change));
            }
            return new MediaContent<>(changed, caption == null ? null : change.apply(caption), album);
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.media(this);
        }
    }

    /** A place. Coordinates are not needed for support and are dropped by the adapter. */
    record LocationContent<T>(@Nullable T label) implements Content<T> {
        @Override
        public <R> Content<R> map(Function<? super T, ? extends R> change) {
            return new LocationContent<>(label == null ? null : change.apply(label));
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.location(this);
        }
    }

    /** A contact card. Its number is not needed for support and is dropped by the adapter. */
    record ContactContent<T>(@Nullable T name) implements Content<T> {
        @Override
        public <R> Content<R> map(Function<? super T, ? extends R> change) {
            return new ContactContent<>(name == null ? null : change.apply(name));
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.contact(this);
        }
    }

    /** A poll, a payment, a game or something newer than this program. */
    record UnsupportedContent<T>() implements Content<T> {
        @Override
        public <R> Content<R> map(Function<? super T, ? extends R> change) {
            return new UnsupportedContent<>();
        }

        @Override
        public <R> R accept(Visitor<T, R> visitor) {
            return visitor.unsupported(this);
        }
    }

    /** One method per kind of content. */
    interface Visitor<T, R> {
        R text(TextContent<T> content);

        R choice(ChoiceContent<T> content);

        R media(MediaContent<T> content);

        R location(LocationContent<T> content);

        R contact(ContactContent<T> content);

        R unsupported(UnsupportedContent<T> content);
    }
}
