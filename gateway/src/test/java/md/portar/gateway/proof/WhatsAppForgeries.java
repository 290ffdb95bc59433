package md.portar.gateway.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.SimulatorSettings;

/** Requests that pretend to come from Twilio: the signature is over an address and the parameters, so both are bent. */
final class WhatsAppForgeries {
    private static final String JSON = "Content-Type: application/json";
    private static final String TWILIO = "X-Twilio-Signature: ";
    private static final String PATH = Site.path(ChatApp.WHATSAPP);
    private static final String ADDRESS = Site.PUBLIC + PATH;

    private final SimulatorSettings accounts = Stage.accounts();
    private final Updates updates = new Updates(accounts);
    private final List<Forgeries.Forgery> all = new ArrayList<>();

    static List<Forgeries.Forgery> all() {
        WhatsAppForgeries forgeries = new WhatsAppForgeries();
        forgeries.whatsApp();
        forgeries.whatsAppAddresses();
        return forgeries.all;
    }

    private void add(String name, String target, List<String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        all.add(new Forgeries.Forgery(name, ChatApp.WHATSAPP, RawHttp.request("POST", target, headers, bytes)));
    }

    private String body() {
        return updates.text(ChatApp.WHATSAPP, 6_500_000L + all.size(), "whatsapp:+37360000903", "menu");
    }

    private void whatsApp() {
        String body = body();
        String right = sign(body, own -> own);
        String token = accounts.whatsApp().authToken();
        byte[] text = ADDRESS.getBytes(StandardCharsets.UTF_8);
        whatsApp("no header", body);
        whatsApp("empty header", body, "");
        whatsApp("wrong signature of the right length", body, Forgeries.base64("x".repeat(20)));
        whatsApp("without the padding", body, right.replace("=", ""));
        whatsApp("more padding", body, right + "=");
        whatsApp("lower case", body, right.toLowerCase(Locale.ROOT));
        whatsApp(
                "hexadecimal in place of base64",
                body,
                HexFormat.of().formatHex(Base64.getDecoder().decode(right)));
        whatsApp("a prefix", body, "sha1=" + right);
        whatsApp(
                "SHA-256 in place of SHA-1",
                body,
                Base64.getEncoder().encodeToString(Signed.hmac("HmacSHA256", token, text)));
        whatsApp("signed over the address alone", body, Signed.twilio(token, ADDRESS, Map.of()));
        whatsApp("signed by the other tenant", body, Signed.twilio(Site.SECOND + token, ADDRESS, fields(body)));
        whatsApp(
                "signed with the account's id",
                body,
                Signed.twilio(accounts.whatsApp().accountSid(), ADDRESS, fields(body)));
        whatsApp("another text", body.replace("Body=menu", "Body=stop"), right);
        whatsApp("a parameter more", body + "&Extra=1", right);
        whatsApp("an empty parameter more", body + "&Extra=", right);
        whatsApp("a parameter less", body.replace("&NumMedia=0", ""), right);
        whatsApp("a repeated parameter with another value", body + "&Body=stop", right);
        whatsApp("a space before a value", body.replace("Body=menu", "Body=+menu"), right);
        whatsApp(
                "an encoded plus for a space", body.replace("ProfileName=Test+User", "ProfileName=Test%2BUser"), right);
        whatsApp("another case of a name", body.replace("Body=", "body="), right);
        whatsApp("a new line behind the body", body + "\n", right);
        add("the right header twice", PATH, List.of(Signed.FORM, TWILIO + right, TWILIO + right), body);
        add("a wrong and a right header", PATH, List.of(Signed.FORM, TWILIO + "x", TWILIO + right), body);
        add("the signature in the query", PATH + "?X-Twilio-Signature=" + right, List.of(Signed.FORM), body);
        add("a query that was not signed", PATH + "?x=1", List.of(Signed.FORM, TWILIO + right), body);
        add(
                "this tenant's signature at the other's address",
                PATH.replace("/main", "/other"),
                List.of(Signed.FORM, TWILIO + right),
                body);
        add("the parameters as JSON", PATH, List.of(JSON, TWILIO + right), "{\"Body\":\"menu\"}");
    }

    /** Signed over an address that is not the one registered. */
    private void whatsAppAddresses() {
        String body = body();
        whatsApp("signed for http", body, sign(body, url -> url.replace("https:", "http:")));
        whatsApp("signed for another port", body, sign(body, url -> url.replace(".org", ".org:8443")));
        whatsApp("signed for another host", body, sign(body, url -> url.replace("bots.", "evil.")));
        whatsApp("signed for the local address", body, sign(body, url -> "http://127.0.0.1" + PATH));
        whatsApp("signed for a path with a slash behind", body, sign(body, url -> url + "/"));
        whatsApp("signed for an upper-case path", body, sign(body, url -> url.replace("/main", "/MAIN")));
        whatsApp("signed with a query", body, sign(body, url -> url + "?a=b"));
        whatsApp("signed with a fragment", body, sign(body, url -> url + "#x"));
        whatsApp("signed for the other tenant's address", body, sign(body, url -> url.replace("/main", "/other")));
        whatsApp("signed for another channel", body, sign(body, url -> url.replace("whatsapp", "telegram")));
    }

    private void whatsApp(String name, String body, String... signature) {
        List<String> headers = new ArrayList<>(List.of(Signed.FORM));
        for (String one : signature) {
            headers.add(TWILIO + one);
        }
        add(name, PATH, headers, body);
    }

    private static Map<String, List<String>> fields(String body) {
        return Signed.fields(body.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String body, UnaryOperator<String> address) {
        return Signed.twilio(accounts.whatsApp().authToken(), address.apply(ADDRESS), fields(body));
    }
}
