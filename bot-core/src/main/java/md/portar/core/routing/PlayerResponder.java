package md.portar.core.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseLookup;
import md.portar.core.casestatus.ReferenceReader;
import md.portar.core.conversation.Conversation;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Responder;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.conversation.Surroundings;
import md.portar.core.conversation.Turn;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Content;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.routing.phrases.FoldedText;
import md.portar.core.texts.TextKey;
import md.portar.core.texts.Texts;

/**
 * The bot's side of a conversation. The order of rules is the order of harm: secrets, then safety, then who has the
 * conversation, then what the player wants. Thread-safe.
 */
public final class PlayerResponder implements Responder {
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration TOO_LATE = Duration.ofHours(24);

    private final Vocabulary words;
    private final SecretGuard guard;
    private final Commands commands;
    private final LanguageChoice languages;
    private final SafetyPhrases safetyPhrases = new SafetyPhrases();
    private final SafetyDialogue safety = new SafetyDialogue();
    private final SecretNotice notices = new SecretNotice();
    private final MenuDialogue menus = new MenuDialogue();
    private final MediaDialogue media = new MediaDialogue();
    private final Albums albums = new Albums();
    private final FloodGate flood;
    private final ButtonRouter buttons;
    private final SpokenRouter spoken;
    private final QueueDialogue queue;

    public PlayerResponder(
            Texts texts,
            Answers answers,
            CaseLookup cases,
            QueueOutlook outlooks,
            SecretGuard guard,
            PlayerSettings settings) {
        this.words = new Vocabulary(texts, answers, new Phrasebook(), settings);
        this.guard = guard;
        this.flood = new FloodGate(settings.limits());
        this.commands = new Commands(texts, settings.startLinks());
        this.languages = new LanguageChoice(words);
        FaqDialogue faq = new FaqDialogue();
        RatingDialogue rating = new RatingDialogue();
        CaseDialogue caseDialogue = new CaseDialogue(cases, new ReferenceReader(settings.caseExample()));
        this.queue = new QueueDialogue(outlooks);
        this.buttons = new ButtonRouter(menus, faq, queue, caseDialogue, rating);
        this.spoken = new SpokenRouter(commands, buttons, menus, faq, queue, caseDialogue, rating, safety);
    }

    @Override
    public Turn respond(Conversation before, List<ScreenedMessage> received, Surroundings surroundings) {
        MessageBatch batch = MessageBatch.of(received);
        TurnDraft turn = new TurnDraft(before, surroundings, words, languages.before(before.memory(), batch));
        Thought thought = thoughtOf(batch);
        languages.listen(turn, batch, thought);
        MessageBatch fresh = batch.only(
                message -> !message.edit() && !isOlder(message, TOO_LATE, turn) && !albums.isMoreOf(turn, message));
        albums.note(turn, batch);
        flood.count(turn, fresh.messages().size());
        boolean fast = flood.isFast(turn);
        received.stream().filter(ScreenedMessage::blocked).forEach(message -> notices.tell(turn, message, fast));
        acknowledge(turn, received);
        if (!handledForSafety(turn, received, thought)) {
            answer(turn, fresh);
        }
        turn.stamp(Fact.LAST_INBOUND_AT);
        turn.forget(Fact.UNREACHABLE);
        return turn.finish();
    }

    private static void acknowledge(TurnDraft turn, List<ScreenedMessage> received) {
        for (ScreenedMessage message : received) {
            if (message.content() instanceof Content.ChoiceContent<ScreenedText> tap && tap.callback() != null) {
                turn.add(new Effect.Acknowledge(tap.callback(), message.id()));
            }
        }
    }

    /** Every message on its own, then all together: a burst may tear a sentence apart. */
    private boolean handledForSafety(TurnDraft turn, List<ScreenedMessage> received, Thought together) {
        Optional<SafetyConcern> concern = Optional.empty();
        for (ScreenedMessage message : received) {
            concern = graver(concern, concernIn(message));
        }
        if (received.size() > 1) {
            concern = graver(concern, safetyPhrases.concernIn(together.value()));
        }
        concern.ifPresent(found -> safety.handle(turn, found));
        return concern.isPresent();
    }

    private Optional<SafetyConcern> concernIn(ScreenedMessage message) {
        if (message.content() instanceof Content.ChoiceContent<ScreenedText> tap) {
            String id = commands.readTap(tap.payload().value());
            return safety.isAskedBy(id) ? Optional.of(SafetyConcern.LIMITS) : Optional.empty();
        }
        return MessageBatch.wordsOf(message).flatMap(this::concernInWords);
    }

    private Optional<SafetyConcern> concernInWords(ScreenedText text) {
        Optional<SafetyConcern> said = safetyPhrases.concernIn(text.value());
        if (said.isPresent()) {
            return said;
        }
        return commands.read(text.value()).filter(safety::isAskedBy).map(id -> SafetyConcern.LIMITS);
    }

    private static Optional<SafetyConcern> graver(Optional<SafetyConcern> one, Optional<SafetyConcern> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }

    private void answer(TurnDraft turn, MessageBatch fresh) {
        if (turn.isAhead(Fact.SILENT_UNTIL) || fresh.isEmpty()) {
            return;
        }
        boolean late = fresh.messages().stream().allMatch(message -> isOlder(message, LATE, turn));
        boolean noticed = turn.hasSpoken() || fresh.messages().stream().anyMatch(ScreenedMessage::blocked);
        Thought thought = thoughtOf(fresh);
        if (turn.state().name() == ConversationState.Name.ASSIGNED) {
            tellWhoAnswers(turn, fresh);
            return;
        }
        if (flood.skips(turn, fresh)) {
            return;
        }
        if (turn.state().name() == ConversationState.Name.QUEUED || flood.admits(turn, fresh, thought)) {
            route(turn, fresh, thought, noticed);
            if (late && turn.hasSpoken() && !noticed) {
                turn.sayFirst(TextKey.LATE);
            }
        }
    }

    /** A tap is never old: some platforms give it the time of the message that carried the button. */
    private static boolean isOlder(ScreenedMessage message, Duration age, TurnDraft turn) {
        return !(message.content() instanceof Content.ChoiceContent)
                && message.sentAt().plus(age).isBefore(turn.now());
    }

    private void route(TurnDraft turn, MessageBatch batch, Thought thought, boolean noticed) {
        boolean first = turn.before().memory().get(Fact.LAST_INBOUND_AT).isEmpty();
        for (Content.ChoiceContent<ScreenedText> tap : batch.taps()) {
            String id = commands.readTap(tap.payload().value());
            if (!id.startsWith("rate.") && !id.equals("end.reopen")) {
                turn.returnToBot();
            }
            buttons.press(turn, id);
        }
        boolean waiting = turn.state().name() == ConversationState.Name.QUEUED;
        if (!thought.isEmpty() && (!noticed || isWorthAnswering(thought.folded(), thought.value()))) {
            spoken.route(turn, thought, batch.texts());
        } else if (batch.taps().isEmpty() && !waiting && !noticed) {
            if (media.answer(turn, batch)) {
                turn.returnToBot();
            }
        }
        if (first && turn.recall(Fact.GREETED_AT).isEmpty() && turn.hasSpoken()) {
            if (noticed && thoughtlessAfterNotice(turn)) {
                menus.greet(turn);
            } else if (turn.state().name() != ConversationState.Name.QUEUED) {
                menus.introduce(turn);
            }
        }
    }

    /** The first words were a secret and nothing else was answered. */
    private static boolean thoughtlessAfterNotice(TurnDraft turn) {
        return turn.recall(Fact.LAST_TOPIC).isEmpty() && turn.state().name() == ConversationState.Name.BOT;
    }

    /** What is left around a secret is mostly "my password is"; only more than that is a question. */
    private static boolean isWorthAnswering(FoldedText left, String words) {
        return left.words().size() >= 5 || (words.contains("?") && left.words().size() >= 2);
    }

    /** While a person answers, the bot speaks only when a menu was asked for by name. */
    private void tellWhoAnswers(TurnDraft turn, MessageBatch batch) {
        List<String> asked = new ArrayList<>();
        batch.taps().forEach(tap -> asked.add(commands.readTap(tap.payload().value())));
        for (ScreenedText text : batch.texts()) {
            if (text.value().strip().startsWith("/")) {
                commands.read(text.value()).ifPresent(asked::add);
            }
        }
        if (asked.stream().anyMatch(id -> id.startsWith("menu.") || id.startsWith("topic."))) {
            turn.say(turn.text(TextKey.AUTO_SIGN).append(" ", turn.text(TextKey.MENU_AGENT)));
        }
    }

    private Thought thoughtOf(MessageBatch batch) {
        return Thought.of(batch.texts(), words.answers(), guard::rescreen);
    }
}
