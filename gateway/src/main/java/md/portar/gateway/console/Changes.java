package md.portar.gateway.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.ConversationState;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskThread;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.message.Language;
import md.portar.gateway.console.view.Words;

/**
 * What is new in conversations: their present row, and the messages that differ from what was told last. Used by the
 * stream's thread only, except {@link #current}.
 */
final class Changes {
    private static final int REMEMBERED = 500;

    private final HandoffDesk desk;
    private final FrameWriter writer;
    private final Map<ConversationNumber, DeskThread> told = new LinkedHashMap<>();
    private final Set<ConversationNumber> waiting = new HashSet<>();

    Changes(HandoffDesk desk, FrameWriter writer) {
        this.desk = desk;
        this.writer = writer;
    }

    /** The conversations that events are about, in the order of their last event, and what happened to them. */
    static Map<ConversationNumber, Set<DeskEvent.Kind>> conversations(List<DeskEvent> events) {
        Map<ConversationNumber, Set<DeskEvent.Kind>> byNumber = new LinkedHashMap<>();
        for (DeskEvent event : events) {
            Set<DeskEvent.Kind> before = byNumber.remove(event.conversation());
            Set<DeskEvent.Kind> kinds = before == null ? EnumSet.noneOf(DeskEvent.Kind.class) : before;
            kinds.add(event.kind());
            byNumber.put(event.conversation(), kinds);
        }
        return byNumber;
    }

    /** Begins anew, as nobody listened: whoever waits now is not news. */
    void begin(AgentId me) {
        told.clear();
        waiting.clear();
        desk.list(DeskView.QUEUE, me, Optional.empty(), REMEMBERED).forEach(row -> waiting.add(row.number()));
    }

    /** The present state, for somebody who missed something: pages drop what they already have. */
    List<Frame> current(ConversationNumber number, Words words, boolean withMessages) {
        Optional<DeskThread> thread = desk.thread(number, Optional.empty(), InboxRoutes.BUBBLES);
        if (thread.isEmpty()) {
            return List.of(writer.gone(number));
        }
        List<Frame> frames = new ArrayList<>();
        if (withMessages) {
            thread.get()
                    .messages()
                    .forEach(message -> frames.add(writer.message(thread.get().row(), message, false, words)));
        }
        frames.add(writer.conversation(thread.get().row(), words));
        return frames;
    }

    /** What to tell about a conversation in which something happened. */
    News news(ConversationNumber number, Set<DeskEvent.Kind> kinds) {
        Optional<DeskThread> thread = desk.thread(number, Optional.empty(), InboxRoutes.BUBBLES);
        DeskThread before = told.remove(number);
        thread.ifPresent(now -> told.put(number, now));
        if (told.size() > REMEMBERED) {
            told.remove(told.keySet().iterator().next());
        }
        return new News(number, thread, Optional.ofNullable(before), notices(number, thread, kinds), writer);
    }

    private Notices notices(ConversationNumber number, Optional<DeskThread> thread, Set<DeskEvent.Kind> kinds) {
        boolean waits = thread.map(now -> now.row().state() == ConversationState.Name.QUEUED)
                .orElse(false);
        boolean newInQueue = waits && waiting.add(number);
        if (!waits) {
            waiting.remove(number);
        }
        boolean fromCustomer = kinds.contains(DeskEvent.Kind.MESSAGE)
                && thread.map(DeskThread::messages)
                        .filter(messages -> !messages.isEmpty())
                        .map(messages -> messages.get(messages.size() - 1).author() == DeskMessage.Author.CUSTOMER)
                        .orElse(false);
        return new Notices(newInQueue, fromCustomer);
    }

    /** What is worth a sound. */
    private record Notices(boolean newInQueue, boolean newFromCustomer) {}

    /** Something new about one conversation; rendered once per language. */
    static final class News {
        private final ConversationNumber number;
        private final Optional<DeskThread> now;
        private final Optional<DeskThread> before;
        private final Notices notices;
        private final FrameWriter writer;
        private final Map<Language, Frame> rows = new EnumMap<>(Language.class);
        private final Map<Language, List<Frame>> messages = new EnumMap<>(Language.class);

        private News(
                ConversationNumber number,
                Optional<DeskThread> now,
                Optional<DeskThread> before,
                Notices notices,
                FrameWriter writer) {
            this.number = number;
            this.now = now;
            this.before = before;
            this.notices = notices;
            this.writer = writer;
        }

        ConversationNumber number() {
            return number;
        }

        List<Frame> frames(Visitor visitor, boolean withMessages) {
            if (now.isEmpty()) {
                return List.of(writer.gone(number));
            }
            DeskThread thread = now.get();
            Words words = visitor.words();
            List<Frame> frames = new ArrayList<>();
            if (withMessages) {
                frames.addAll(messages.computeIfAbsent(words.language(), language -> changed(thread, words)));
            }
            frames.add(rows.computeIfAbsent(words.language(), language -> writer.conversation(thread.row(), words)));
            writer.notice(thread.row(), notices.newInQueue(), notices.newFromCustomer(), visitor.id())
                    .ifPresent(frames::add);
            return frames;
        }

        private List<Frame> changed(DeskThread thread, Words words) {
            Map<Long, DeskMessage> known = new HashMap<>();
            before.ifPresent(old -> old.messages().forEach(message -> known.put(message.seq(), message)));
            List<Frame> frames = new ArrayList<>();
            for (DeskMessage message : thread.messages()) {
                DeskMessage old = known.get(message.seq());
                if (!message.equals(old)) {
                    frames.add(writer.message(thread.row(), message, old != null, words));
                }
            }
            return frames;
        }
    }
}
