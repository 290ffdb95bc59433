package md.portar.core.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.guard.SecretKind;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.texts.TextKey;

/** Tells a player that a secret was stopped: what kind, that it was not kept, whether it was deleted, and what to do now. */
final class SecretNotice {
    static final String NOT_A_SECRET = "secret.not";
    private static final Duration SHORT_FORM = Duration.ofMinutes(10);
    private static final int LONGEST = 600;

    /** Has the message removed in any case; says so unless the player writes so fast that he has just been told. */
    void tell(TurnDraft turn, ScreenedMessage message, boolean fast) {
        if (fast && turn.isRecent(Fact.SECRET_NOTICE_AT, FloodGate.BREATH)) {
            turn.add(new Effect.Redact(message.id()));
            return;
        }
        boolean again = turn.isRecent(Fact.SECRET_NOTICE_AT, SHORT_FORM);
        turn.stamp(Fact.SECRET_NOTICE_AT);
        List<Choice> choices = turn.words().choices(turn.language(), List.of(NOT_A_SECRET));
        turn.offered(choices);
        CatalogueText asked = again ? repeated(turn, message) : full(turn, message, TextKey.SECRET_PLEASE_DELETE);
        if (!turn.surroundings().capabilities().redactsAtSource()) {
            turn.tell(new Effect.Reply(asked, choices, Expectation.UNCHANGED, null));
            return;
        }
        // A copy blanked at the platform still stands on the player's screen, where only he can delete it.
        boolean gone = turn.surroundings().capabilities().deletesForPlayer();
        CatalogueText deleted = again || !gone ? asked : full(turn, message, TextKey.SECRET_DELETED);
        turn.tell(new Effect.RedactAndTell(message.id(), deleted, asked, choices));
    }

    private static CatalogueText repeated(TurnDraft turn, ScreenedMessage message) {
        CatalogueText line = turn.text(TextKey.SECRET_AGAIN)
                .with("what", turn.words().texts().secrets(turn.language(), message.secretKinds()));
        return signed(turn, line);
    }

    private static CatalogueText full(TurnDraft turn, ScreenedMessage message, TextKey deletion) {
        TextKey head = message.withheld() ? TextKey.SECRET_HEAD_WHOLE : TextKey.SECRET_HEAD;
        CatalogueText text = signed(
                turn,
                turn.text(head).with("what", turn.words().texts().secrets(turn.language(), message.secretKinds())));
        text = text.append("\n", turn.text(deletion));
        for (TextKey advice : advice(message.secretKinds())) {
            text = appendIfItFits(text, turn.text(advice));
        }
        if (message.withheld()) {
            text = appendIfItFits(text, turn.text(TextKey.SECRET_MAYBE_NOT));
        }
        return appendIfItFits(text, turn.text(TextKey.SECRET_FOOT));
    }

    /** While a person has the chat, the player must see that this line is not the person's. */
    private static CatalogueText signed(TurnDraft turn, CatalogueText line) {
        boolean assigned = turn.state().name() == ConversationState.Name.ASSIGNED;
        return turn.text(assigned ? TextKey.AUTO_SIGN : TextKey.SECRET_SIGN).append(" ", line);
    }

    private static List<TextKey> advice(Set<SecretKind> kinds) {
        List<TextKey> advice = new ArrayList<>();
        if (kinds.contains(SecretKind.CARD_NUMBER)
                || kinds.contains(SecretKind.CVV)
                || kinds.contains(SecretKind.PIN)) {
            advice.add(TextKey.SECRET_DO_CARD);
        }
        if (kinds.contains(SecretKind.OTP)) {
            advice.add(TextKey.SECRET_DO_OTP);
        }
        if (kinds.contains(SecretKind.PASSWORD)) {
            advice.add(TextKey.SECRET_DO_PASSWORD);
        }
        return advice;
    }

    private static CatalogueText appendIfItFits(CatalogueText text, CatalogueText more) {
        CatalogueText longer = text.append("\n", more);
        return longer.value().length() <= LONGEST ? longer : text;
    }
}
