package md.portar.core.routing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Surroundings;
import md.portar.core.conversation.TopicId;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.texts.TextKey;
import md.portar.core.texts.Texts;
import org.jspecify.annotations.Nullable;

/** A turn while the dialogues work on it. Used by one thread. */
final class TurnDraft {
    private static final int LONGEST_MESSAGE = 600;

    private final Conversation before;
    private final Surroundings surroundings;
    private final Vocabulary words;
    private final List<Effect> effects = new ArrayList<>();
    private ConversationMemory memory;
    private @Nullable ConversationState changed;
    private Language language;
    private boolean spoke;
    private Duration lasting = Duration.ZERO;

    TurnDraft(Conversation before, Surroundings surroundings, Vocabulary words, Language language) {
        this.before = before;
        this.surroundings = surroundings;
        this.words = words;
        this.memory = before.memory();
        this.language = language;
    }

    Instant now() {
        return surroundings.now();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    ConversationKey key() {
        return before.key();
    }

    Language language() {
        return language;
    }

    void speak(Language chosen) {
        language = chosen;
    }

    Vocabulary words() {
        return words;
    }

    ConversationState state() {
        return changed == null ? before.state() : changed;
    }

    void become(ConversationState state) {
        changed = state;
    }

    /** After a closed hand-off the bot answers again; reopening stays possible for a while. */
    void returnToBot() {
        if (state() instanceof ConversationState.Closed closed) {
            remember(Fact.CLOSED_AT, closed.at().toString());
            become(closed.returnToBot());
        }
    }

    Optional<String> recall(Fact fact) {
        return memory.get(fact);
    }

    ConversationMemory memory() {
        return memory;
    }

    /** How it was before this turn. */
    Conversation before() {
        return before;
    }

    void remember(Fact fact, String value) {
        memory = memory.with(fact, value);
    }

    void stamp(Fact fact) {
        remember(fact, now().toString());
    }

    void forget(Fact... facts) {
        for (Fact fact : facts) {
            memory = memory.without(fact);
        }
    }

    int count(Fact fact) {
        String value = memory.get(fact).orElse("0");
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
    }

    Optional<Instant> time(Fact fact) {
        try {
            return memory.get(fact).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether the fact is a time that is not longer ago than the span. */
    boolean isRecent(Fact fact, Duration span) {
        return time(fact).filter(at -> !at.plus(span).isBefore(now())).isPresent();
    }

    /** Whether the fact is a time that still lies ahead. */
    boolean isAhead(Fact fact) {
        return time(fact).filter(at -> at.isAfter(now())).isPresent();
    }

    CatalogueText text(TextKey key) {
        return words.texts().get(language, key);
    }

    void say(TextKey key, String... choiceIds) {
        say(text(key), choiceIds);
    }

    void say(CatalogueText text, String... choiceIds) {
        say(text, List.of(choiceIds), choiceIds.length == 0 ? Expectation.NONE : Expectation.CHOICE, null);
    }

    void say(CatalogueText text, List<String> choiceIds, Expectation expects, @Nullable TopicId topic) {
        List<Choice> choices = words.choices(language, choiceIds);
        offered(choices);
        spoke = true;
        effects.add(new Effect.Reply(text, choices, expects, topic));
    }

    /** Remembers the choices that were offered last, for answers by number. */
    void offered(List<Choice> choices) {
        if (!choices.isEmpty()) {
            remember(Fact.LAST_MENU, choices.stream().map(Choice::id).collect(Collectors.joining("|")));
            stamp(Fact.LAST_MENU_AT);
        }
    }

    void add(Effect effect) {
        effects.add(effect);
    }

    void tell(Effect effect) {
        spoke = true;
        effects.add(effect);
    }

    /** Nothing of this turn is noticed before it has lasted so long, in addition to what was asked before. */
    void last(Duration time) {
        lasting = lasting.plus(time);
    }

    /** Whether anything was said in this turn. */
    boolean hasSpoken() {
        return spoke;
    }

    /** Puts a line before everything said so far. */
    void sayFirst(TextKey key) {
        spoke = true;
        effects.add(0, Effect.Reply.of(text(key), List.of()));
    }

    /**
     * Adds a line to what was said last, below its words and above its buttons: as a message of its own it would take the
     * buttons away on channels that show them under the newest message only. Where both are too long for one message, the line
     * comes first.
     */
    void sayBelow(TextKey key) {
        for (int i = effects.size() - 1; i >= 0; i--) {
            if (effects.get(i) instanceof Effect.Reply last) {
                CatalogueText joined = Texts.joined(last.text(), "\n\n", text(key));
                if (joined.value().length() > LONGEST_MESSAGE) {
                    sayFirst(key);
                    return;
                }
                effects.set(i, new Effect.Reply(joined, last.choices(), last.expects(), last.topic()));
                return;
            }
        }
        say(key);
    }

    Turn finish() {
        Conversation after = before.withMemory(memory);
        return new Turn(
                changed == null || changed.equals(before.state()) ? after : after.withState(changed), effects, lasting);
    }
}
