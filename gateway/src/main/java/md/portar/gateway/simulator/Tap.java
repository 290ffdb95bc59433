package md.portar.gateway.simulator;

import java.util.List;

/** A choice found on a screen. */
record Tap(String messageId, ChatEntry.Option option) {
    /** The newest visible choice with this label; an error that lists what there is otherwise. */
    static Tap byLabel(Chat chat, String label) {
        List<ChatEntry> entries = chat.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            ChatEntry entry = entries.get(i);
            for (ChatEntry.Option option : entry.body().choices().options()) {
                if (entry.visible() && option.label().equals(label)) {
                    return new Tap(entry.id(), option);
                }
            }
        }
        List<String> there = entries.stream()
                .flatMap(entry -> entry.body().choices().options().stream())
                .map(ChatEntry.Option::label)
                .toList();
        throw new IllegalArgumentException("no button \"" + label + "\" on the screen; there are " + there);
    }
}
