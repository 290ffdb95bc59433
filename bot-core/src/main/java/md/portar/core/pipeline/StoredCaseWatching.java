package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.casestatus.CaseWatching;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState;
import md.portar.core.message.Language;
import md.portar.core.store.CaseWatches;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;

/** Tells watchers in the transaction that notes that they were told, so that each change is told once. */
final class StoredCaseWatching implements CaseWatching {
    private final Store store;
    private final Outgoing outgoing;
    private final Channels channels;
    private final ReplyWindow window;
    private final SystemTexts texts;
    private final Clock clock;

    StoredCaseWatching(
            Store store, Outgoing outgoing, Channels channels, ReplyWindow window, SystemTexts texts, Clock clock) {
        this.store = store;
        this.outgoing = outgoing;
        this.channels = channels;
        this.window = window;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public int seen(CaseRecord now) {
        return store.unitOfWork().run(tx -> seen(tx, now));
    }

    @Override
    public List<CaseNumber> watched(String after, int limit) {
        return store.unitOfWork().read(tx -> store.caseWatches().watched(tx, after, limit));
    }

    int seen(Tx tx, CaseRecord record) {
        int told = 0;
        for (CaseWatches.Watcher watcher : store.caseWatches().watchers(tx, record.number())) {
            boolean news = watcher.told() != record.status() && watcher.owner().equals(record.owner());
            if (news && store.caseWatches().told(tx, record.number(), watcher, record.status())) {
                told += tell(tx, watcher, record) ? 1 : 0;
            }
        }
        return told;
    }

    private boolean tell(Tx tx, CaseWatches.Watcher watcher, CaseRecord record) {
        Optional<StoredConversation> found = store.conversations().find(tx, watcher.conversation());
        if (record.status() == CaseStatus.CLOSED || found.isEmpty()) {
            store.caseWatches().forget(tx, record.number(), watcher.conversation());
        }
        Instant now = clock.instant();
        if (found.isEmpty() || !mayTell(found.get(), now)) {
            return false;
        }
        StoredConversation to = found.get();
        Language language = to.conversation()
                .memory()
                .get(Fact.LANGUAGE)
                .flatMap(Language::fromTag)
                .orElse(to.language());
        Outgoing.Target target =
                new Outgoing.Target(to.number(), to.key(), to.conversation().epoch());
        outgoing.say(tx, target, Speech.byBot(texts.caseChanged(language, record)), now);
        return true;
    }

    /** While a person has the chat the bot stays silent; he sees the case himself. */
    private boolean mayTell(StoredConversation to, Instant now) {
        return to.reachable()
                && to.conversation().state().name() != ConversationState.Name.ASSIGNED
                && window.isOpen(channels.capabilities(to.key()), to.heardAt(), Speaker.BOT, now);
    }
}
