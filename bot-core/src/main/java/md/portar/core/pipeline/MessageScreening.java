package md.portar.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.guard.Finding;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.Screening;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Content;
import md.portar.core.message.Content.ChoiceContent;
import md.portar.core.message.Content.ContactContent;
import md.portar.core.message.Content.LocationContent;
import md.portar.core.message.Content.MediaContent;
import md.portar.core.message.Content.TextContent;
import md.portar.core.message.Content.UnsupportedContent;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.message.Sender;

/** Puts every text of a message through the guard: the person's own words in their conversation, everything else alone. */
final class MessageScreening {
    private static final Content.Visitor<UntrustedText, Optional<UntrustedText>> WORDS = new OwnWords();

    private final SecretGuard guard;
    private final Contexts contexts;

    MessageScreening(SecretGuard guard, Contexts contexts) {
        this.guard = guard;
        this.contexts = contexts;
    }

    /** The message as it may be kept, and earlier messages that turned out to hold a part of a secret. */
    record Result(ScreenedMessage message, List<PlatformMessageId> earlier) {}

    Result screen(InboundMessage message, boolean edit) {
        List<Finding> findings = new ArrayList<>();
        Optional<UntrustedText> words = message.content().accept(WORDS);
        Optional<Contexts.Heard> heard =
                words.map(text -> contexts.screen(message.conversation(), message.id(), text, message.sentAt()));
        heard.ifPresent(own -> findings.addAll(own.screening().findings()));
        Content<ScreenedText> content = message.content().map(text -> {
            // The same object, not an equal one: these very words were screened above.
            boolean own = words.isPresent() && words.get() == text;
            return own ? heard.orElseThrow().screening().text() : alone(text, findings);
        });
        Sender<ScreenedText> sender = message.sender().map(text -> alone(text, findings));
        ScreenedText quoted = message.quoted() == null ? null : alone(message.quoted(), findings);
        ScreenedMessage screened = new ScreenedMessage(
                message.key(),
                message.conversation(),
                message.id(),
                message.sentAt(),
                sender,
                content,
                quoted,
                findings,
                heard.map(Contexts.Heard::screening).filter(Screening::whole).isPresent(),
                edit);
        return new Result(screened, heard.map(Contexts.Heard::earlier).orElse(List.of()));
    }

    private ScreenedText alone(UntrustedText text, List<Finding> findings) {
        Screening screening = guard.screen(text);
        findings.addAll(screening.findings());
        return screening.text();
    }

    /** What the person typed himself, where a content has such words. */
    private static final class OwnWords implements Content.Visitor<UntrustedText, Optional<UntrustedText>> {
        @Override
        public Optional<UntrustedText> text(TextContent<UntrustedText> content) {
            return Optional.of(content.text());
        }

        @Override
        public Optional<UntrustedText> choice(ChoiceContent<UntrustedText> content) {
            return Optional.empty();
        }

        @Override
        public Optional<UntrustedText> media(MediaContent<UntrustedText> content) {
            return Optional.ofNullable(content.caption());
        }

        @Override
        public Optional<UntrustedText> location(LocationContent<UntrustedText> content) {
            return Optional.empty();
        }

        @Override
        public Optional<UntrustedText> contact(ContactContent<UntrustedText> content) {
            return Optional.empty();
        }

        @Override
        public Optional<UntrustedText> unsupported(UnsupportedContent<UntrustedText> content) {
            return Optional.empty();
        }
    }
}
