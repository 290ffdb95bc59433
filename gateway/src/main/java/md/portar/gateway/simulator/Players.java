package md.portar.gateway.simulator;

import java.util.List;
import java.util.Map;

/** The two invented people per phone, and names for whoever else a test needs. */
final class Players {
    private static final Map<ChatApp, List<String>> PAGE = Map.of(
            ChatApp.TELEGRAM, List.of("100000001", "100000002"),
            ChatApp.WHATSAPP, List.of("whatsapp:+37360000001", "whatsapp:+15550101"),
            ChatApp.MESSENGER, List.of("7000000000000001", "7000000000000002"));

    private Players() {}

    /** The identities the page offers. */
    static List<String> onPage(ChatApp app) {
        return PAGE.getOrDefault(app, List.of());
    }

    static String firstName() {
        return "Test";
    }

    static String lastName(String player) {
        boolean second =
                PAGE.values().stream().anyMatch(players -> players.get(1).equals(player));
        return second ? "Second" : "User";
    }

    static String name(String player) {
        return firstName() + " " + lastName(player);
    }
}
