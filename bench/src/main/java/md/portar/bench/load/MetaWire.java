package md.portar.bench.load;

import java.util.HexFormat;
import java.util.OptionalInt;

/** Messenger: page events signed over their bytes, and the Graph API's messages edge. */
final class MetaWire implements Wire {
    private static final long FIRST_PLAYER = 7_000_000_100_000_001L;
    private static final String RECIPIENT = "\"recipient\":{\"id\":\"";

    private final Signing signing = new Signing("HmacSHA256", Credentials.APP_SECRET);

    @Override
    public String path() {
        return "/webhooks/messenger/main";
    }

    @Override
    public String headers(String body) {
        return "Content-Type: application/json\r\nX-Hub-Signature-256: sha256="
                + HexFormat.of().formatHex(signing.of(body)) + "\r\n";
    }

    @Override
    public String body(int user, long number, String text) {
        long now = System.currentTimeMillis();
        return "{\"object\":\"page\",\"entry\":[{\"id\":\"" + Credentials.PAGE + "\",\"time\":" + now
                + ",\"messaging\":[{\"sender\":{\"id\":\"" + (FIRST_PLAYER + user) + "\"},\"recipient\":{\"id\":\""
                + Credentials.PAGE + "\"},\"timestamp\":" + now + ",\"message\":{\"mid\":\"m_bench_" + number
                + "\",\"text\":\"" + text + "\"}}]}]}";
    }

    @Override
    public boolean serves(String path) {
        return path.contains("/" + Credentials.PAGE + "/") || path.contains("/me/");
    }

    @Override
    public OptionalInt recipient(String path, String body) {
        if (!path.contains("/messages") || body.contains("\"sender_action\"")) {
            return OptionalInt.empty();
        }
        long id = Text.numberAfter(body, RECIPIENT);
        return id < FIRST_PLAYER ? OptionalInt.empty() : OptionalInt.of((int) (id - FIRST_PLAYER));
    }

    @Override
    public Answer answer(String path, String body, long number) {
        String id = String.valueOf(Text.numberAfter(body, RECIPIENT));
        boolean words = recipient(path, body).isPresent();
        return new Answer(
                200,
                "{\"recipient_id\":\"" + id + "\"" + (words ? ",\"message_id\":\"m_sent_" + number + "\"" : "") + "}");
    }
}
