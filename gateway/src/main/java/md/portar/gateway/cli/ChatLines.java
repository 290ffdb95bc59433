package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;

/** Shows what a phone would show, and remembers the buttons that can be tapped. */
final class ChatLines implements OutboundAction.Visitor<Boolean> {
    private final PrintWriter out;
    private List<Choice> buttons = List.of();

    ChatLines(PrintWriter out) {
        this.out = out;
    }

    /** Shows what arrived, in order. The buttons of earlier messages go away when a message comes. */
    void show(List<OutboundAction> actions) {
        actions.forEach(action -> action.accept(this));
        out.flush();
    }

    void line(String who, String text) {
        String indented = text.replaceAll("\n(?!\n|$)", "\n" + " ".repeat(who.length() + 2));
        out.println(who + "> " + indented);
    }

    /** The button that a typed number means. */
    Optional<Choice> button(String typed) {
        if (!typed.matches("[0-9]{1,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= buttons.size() ? Optional.of(buttons.get(number - 1)) : Optional.empty();
    }

    @Override
    public Boolean sendMessage(OutboundAction.SendMessage action) {
        line(
                action.speaker() == OutboundAction.Speaker.BOT ? "bot" : "agent",
                action.text().value());
        buttons = new ArrayList<>(action.choices());
        for (int i = 0; i < buttons.size(); i++) {
            Choice choice = buttons.get(i);
            String details =
                    choice.details().map(words -> " – " + words.value()).orElse("");
            out.println("     [" + (i + 1) + "] " + choice.label().value() + details);
        }
        return true;
    }

    @Override
    public Boolean redactAtSource(OutboundAction.RedactAtSource action) {
        out.println("     (your message was deleted from the chat)");
        return true;
    }

    @Override
    public Boolean sendTemplate(OutboundAction.SendTemplate action) {
        out.println("     (template " + action.template().value() + ")");
        return true;
    }

    @Override
    public Boolean showTyping(OutboundAction.ShowTyping action) {
        return false;
    }

    @Override
    public Boolean acknowledgeChoice(OutboundAction.AcknowledgeChoice action) {
        return false;
    }

    @Override
    public Boolean leaveGroup(OutboundAction.LeaveGroup action) {
        return false;
    }
}
