package md.portar.gateway.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.SimulatorSettings;

/** Requests that pretend to come from a platform. None of them is genuine; each has a name. */
final class Forgeries {
    private static final String JSON = "Content-Type: application/json";
    private static final String TELEGRAM = "X-Telegram-Bot-Api-Secret-Token: ";
    private static final String META = "X-Hub-Signature-256: ";

    private final SimulatorSettings accounts = Stage.accounts();
    private final Updates updates = new Updates(accounts);
    private final List<Forgery> all = new ArrayList<>();

    /** One request. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Forgery(String name, ChatApp app, byte[] request) {
        @Override
        public String toString() {
            return app + ": " + name;
        }
    }

    static List<Forgery> all() {
        Forgeries forgeries = new Forgeries();
        forgeries.telegram();
        forgeries.messenger();
        forgeries.messengerChallenges();
        forgeries.all.addAll(WhatsAppForgeries.all());
        return List.copyOf(forgeries.all);
    }

    private void add(String name, ChatApp app, String target, List<String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        all.add(new Forgery(name, app, RawHttp.request("POST", target, headers, bytes)));
    }

    private void telegram() {
        String secret = accounts.telegram().webhookSecret();
        telegram("no header");
        telegram("empty header", TELEGRAM);
        telegram("a blank", TELEGRAM + " ");
        telegram("wrong secret", TELEGRAM + "another-webhook-secret");
        telegram("wrong secret of the same length", TELEGRAM + "x".repeat(secret.length()));
        telegram("first half of the secret", TELEGRAM + secret.substring(0, secret.length() / 2));
        telegram("all but the last character", TELEGRAM + secret.substring(0, secret.length() - 1));
        telegram("one character more", TELEGRAM + secret + "x");
        telegram("a NUL behind the secret", TELEGRAM + secret + "\\0");
        telegram("upper case", TELEGRAM + secret.toUpperCase(Locale.ROOT));
        telegram("in quotation marks", TELEGRAM + "\"" + secret + "\"");
        telegram("Bearer before the secret", TELEGRAM + "Bearer " + secret);
        telegram("base64 of the secret", TELEGRAM + base64(secret));
        telegram("the right header twice", TELEGRAM + secret, TELEGRAM + secret);
        telegram("a wrong and a right header", TELEGRAM + "x", TELEGRAM + secret);
        telegram("a right and a wrong header", TELEGRAM + secret, TELEGRAM + "x");
        telegram("two secrets in one header", TELEGRAM + secret + ", " + secret);
        telegram("the secret in another header", "Authorization: " + secret);
        telegram("the secret in an underscored header", "X_Telegram_Bot_Api_Secret_Token: " + secret);
        telegram("the secret in a cookie", "Cookie: X-Telegram-Bot-Api-Secret-Token=" + secret);
        telegram("the bot's token instead", TELEGRAM + accounts.telegram().token());
        telegram("the other tenant's secret", TELEGRAM + Site.SECOND + secret);
        String target = Site.path(ChatApp.TELEGRAM);
        String body = body(ChatApp.TELEGRAM);
        add("the secret in the query", ChatApp.TELEGRAM, target + "?secret_token=" + secret, List.of(JSON), body);
        add(
                "the header's name in the query",
                ChatApp.TELEGRAM,
                target + "?X-Telegram-Bot-Api-Secret-Token=" + secret,
                List.of(JSON),
                body);
        add(
                "this tenant's secret at the other's address",
                ChatApp.TELEGRAM,
                target.replace("/main", "/other"),
                List.of(JSON, TELEGRAM + secret),
                body);
    }

    private void telegram(String name, String... headers) {
        List<String> sent = new ArrayList<>(List.of(JSON));
        sent.addAll(List.of(headers));
        add(name, ChatApp.TELEGRAM, Site.path(ChatApp.TELEGRAM), sent, body(ChatApp.TELEGRAM));
    }

    private String body(ChatApp app) {
        return updates.text(app, 6_000_000L + all.size(), "100000903", "menu");
    }

    private void messenger() {
        String secret = accounts.messenger().appSecret();
        String body = body(ChatApp.MESSENGER);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String right = Signed.meta(secret, bytes);
        String sha1 = HexFormat.of().formatHex(Signed.hmac("HmacSHA1", secret, bytes));
        messenger("no header", body);
        messenger("empty header", body, META);
        messenger("the prefix alone", body, META + "sha256=");
        messenger("no prefix", body, META + right);
        messenger("another prefix", body, META + "sha512=" + right);
        messenger("upper-case prefix", body, META + "SHA256=" + right);
        messenger("upper-case digits", body, META + "sha256=" + right.toUpperCase(Locale.ROOT));
        messenger("all but the last digit", body, META + "sha256=" + right.substring(0, 63));
        messenger("one digit more", body, META + "sha256=" + right + "0");
        messenger("only zeros", body, META + "sha256=" + "0".repeat(64));
        messenger("base64 in place of digits", body, META + "sha256=" + base64(right));
        messenger("SHA-1 in the SHA-1 header", body, "X-Hub-Signature: sha1=" + sha1);
        messenger("SHA-1 in the SHA-256 header", body, META + "sha1=" + sha1);
        messenger("SHA-1 digits behind the SHA-256 prefix", body, META + "sha256=" + sha1);
        messenger("SHA-256 in the SHA-1 header", body, "X-Hub-Signature: sha256=" + right);
        messenger("the right header twice", body, META + "sha256=" + right, META + "sha256=" + right);
        messenger("a wrong and a right header", body, META + "sha256=00", META + "sha256=" + right);
        messenger("two signatures in one header", body, META + "sha256=00,sha256=" + right);
        messenger(
                "signed with an empty key",
                body,
                META + "sha256=" + HexFormat.of().formatHex(plain(bytes)));
        messenger(
                "signed with the page token",
                body,
                META + signature(accounts.messenger().pageToken(), bytes));
        messenger(
                "signed with the verify token",
                body,
                META + signature(accounts.messenger().verifyToken(), bytes));
        messenger("signed by the other tenant", body, META + signature(Site.SECOND + secret, bytes));
        messenger("signed for an empty body", body, META + signature(secret, new byte[0]));
        messenger("a space behind the body", body + " ", META + "sha256=" + right);
        messenger("a new line behind the body", body + "\n", META + "sha256=" + right);
        messenger("the same document with other spaces", body.replace("\":", "\": "), META + "sha256=" + right);
        messenger("the same document with escapes", body.replace("menu", "\\u006denu"), META + "sha256=" + right);
        messenger("another text", body.replace("menu", "stop"), META + "sha256=" + right);
        add(
                "the signature in the query",
                ChatApp.MESSENGER,
                Site.path(ChatApp.MESSENGER) + "?X-Hub-Signature-256=sha256=" + right,
                List.of(JSON),
                body);
        add(
                "this tenant's signature at the other's address",
                ChatApp.MESSENGER,
                Site.path(ChatApp.MESSENGER).replace("/main", "/other"),
                List.of(JSON, META + "sha256=" + right),
                body);
    }

    private void messenger(String name, String body, String... headers) {
        List<String> sent = new ArrayList<>(List.of(JSON));
        sent.addAll(List.of(headers));
        add(name, ChatApp.MESSENGER, Site.path(ChatApp.MESSENGER), sent, body);
    }

    private static String signature(String secret, byte[] body) {
        return "sha256=" + Signed.meta(secret, body);
    }

    private static byte[] plain(byte[] body) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(body);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void messengerChallenges() {
        String token = accounts.messenger().verifyToken();
        for (String query : List.of(
                "",
                "?hub.mode=subscribe&hub.challenge=1",
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x",
                "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=" + token,
                "?hub.challenge=1&hub.verify_token=" + token,
                "?hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=" + token,
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x&hub.verify_token=" + token,
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + token + "%00",
                "?hub.mode=subscribe&hub.challenge=1&HUB.VERIFY_TOKEN=" + token)) {
            byte[] request = RawHttp.request("GET", Site.path(ChatApp.MESSENGER) + query, List.of(), new byte[0]);
            String name = query.replace(token, "TOKEN");
            all.add(new Forgery(
                    "challenge " + (name.isEmpty() ? "without a query" : name), ChatApp.MESSENGER, request));
        }
    }
}
