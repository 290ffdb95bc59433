package md.portar.bench.load;

import java.util.OptionalInt;

/** Telegram: updates with the webhook's secret, and the Bot API. */
final class TelegramWire implements Wire {
    private static final long FIRST_PLAYER = 100_000_001L;
    private static final long FIRST_UPDATE = 900_000_000L;
    private static final String CHAT = "\"chat_id\":\"";

    @Override
    public String path() {
        return "/webhooks/telegram/main";
    }

    @Override
    public String headers(String body) {
        return "Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: " + Credentials.TELEGRAM_SECRET
                + "\r\n";
    }

    @Override
    public String body(int user, long number, String text) {
        long id = FIRST_PLAYER + user;
        return "{\"update_id\":" + (FIRST_UPDATE + number) + ",\"message\":{\"message_id\":" + (1 + number)
                + ",\"from\":{\"id\":" + id + ",\"is_bot\":false,\"first_name\":\"Test\",\"last_name\":\"User\"},"
                + "\"chat\":{\"id\":" + id + ",\"first_name\":\"Test\",\"last_name\":\"User\",\"type\":\"private\"},"
                + "\"date\":" + System.currentTimeMillis() / 1_000 + ",\"text\":\"" + text + "\"}}";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/bot");
    }

    @Override
    public OptionalInt recipient(String path, String body) {
        if (!path.endsWith("/sendMessage") && !path.endsWith("/sendmessage")) {
            return OptionalInt.empty();
        }
        long id = Text.numberAfter(body, CHAT);
        return id < FIRST_PLAYER ? OptionalInt.empty() : OptionalInt.of((int) (id - FIRST_PLAYER));
    }

    @Override
    public Answer answer(String path, String body, long number) {
        if (recipient(path, body).isEmpty()) {
            return new Answer(200, "{\"ok\":true,\"result\":true}");
        }
        return new Answer(
                200,
                "{\"ok\":true,\"result\":{\"message_id\":" + (1_000_000_000L + number)
                        + ",\"date\":1795430000,\"chat\":{\"id\":" + Text.numberAfter(body, CHAT)
                        + ",\"type\":\"private\"},\"text\":\"ok\"}}");
    }
}
