package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** What a person does on the page with one of the phones. */
final class PageActions {
    private final TelegramPhones telegram;
    private final WhatsAppPhones whatsApp;
    private final MessengerPhones messenger;

    PageActions(TelegramPhones telegram, WhatsAppPhones whatsApp, MessengerPhones messenger) {
        this.telegram = telegram;
        this.whatsApp = whatsApp;
        this.messenger = messenger;
    }

    /** Does it; an {@link IllegalArgumentException} says what is wrong with the request. */
    void act(JsonNode wanted) {
        ChatApp app = ChatApp.find(wanted.path("app").asText())
                .orElseThrow(() -> new IllegalArgumentException("app: telegram, whatsapp or messenger"));
        String player = wanted.path("player").asText();
        if (!Players.onPage(app).contains(player)) {
            throw new IllegalArgumentException("player: one of the page's people");
        }
        String what = wanted.path("do").asText();
        switch (app) {
            case TELEGRAM -> telegram(player, what, wanted);
            case WHATSAPP -> whatsApp(player, what, wanted);
            case MESSENGER -> messenger(player, what, wanted);
        }
    }

    private void telegram(String player, String what, JsonNode wanted) {
        switch (what) {
            case "text" -> telegram.says(player, text(wanted));
            case "tap" ->
                telegram.taps(player, message(wanted), wanted.path("data").asText());
            case "attach" ->
                telegram.sends(
                        player,
                        wanted.path("kind").asText(),
                        wanted.path("text").asText(""));
            case "edit" -> telegram.edits(player, message(wanted), text(wanted));
            case "start" -> telegram.says(player, "/start");
            case "deeplink" -> telegram.says(player, "/start " + text(wanted));
            case "block", "unblock" -> telegram.membership(player, what.equals("block"));
            case "hint" -> telegram.speaks(Long.parseLong(player), hint(wanted));
            default -> throw unknown();
        }
    }

    private void whatsApp(String player, String what, JsonNode wanted) {
        switch (what) {
            case "text" -> whatsApp.says(player, text(wanted));
            case "tap" ->
                whatsApp.taps(player, message(wanted), wanted.path("data").asText());
            case "attach" ->
                whatsApp.sends(
                        player,
                        wanted.path("kind").asText(),
                        wanted.path("text").asText(""));
            case "unsend" -> whatsApp.takesBack(player, message(wanted));
            case "block", "unblock" -> whatsApp.blocks(player, what.equals("block"));
            default -> throw unknown();
        }
    }

    private void messenger(String player, String what, JsonNode wanted) {
        switch (what) {
            case "text" -> messenger.says(player, text(wanted));
            case "tap" ->
                messenger.taps(player, message(wanted), wanted.path("data").asText());
            case "attach" ->
                messenger.sends(
                        player,
                        wanted.path("kind").asText(),
                        wanted.path("text").asText(""));
            case "edit" -> messenger.edits(player, message(wanted), text(wanted));
            case "unsend" -> messenger.takesBack(player, message(wanted));
            case "start" -> messenger.starts(player);
            case "menu" ->
                messenger.postback(player, text(wanted), wanted.path("data").asText());
            case "block", "unblock" -> messenger.blocks(player, what.equals("block"));
            case "hint" -> messenger.speaks(player, hint(wanted));
            default -> throw unknown();
        }
    }

    private static String text(JsonNode wanted) {
        String text = wanted.path("text").asText("");
        if (text.isBlank() || text.length() > 8_000) {
            throw new IllegalArgumentException("text: 1 to 8000 characters");
        }
        return text;
    }

    private static String message(JsonNode wanted) {
        return wanted.path("message").asText();
    }

    private static String hint(JsonNode wanted) {
        String hint = wanted.path("language").asText("");
        if (!hint.matches("(ro|ru|en)?")) {
            throw new IllegalArgumentException("language: ro, ru, en or empty");
        }
        return hint;
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("do: not something this messenger knows");
    }
}
