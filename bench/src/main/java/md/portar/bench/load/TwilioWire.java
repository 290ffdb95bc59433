package md.portar.bench.load;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.TreeMap;

/** WhatsApp through Twilio: signed forms, and the Messages and Content APIs. Numbers are of a country code that is not given out. */
final class TwilioWire implements Wire {
    private static final long FIRST_PLAYER = 999_100_000_001L;
    private static final String TO = "To=whatsapp%3A%2B";

    private final Signing signing = new Signing("HmacSHA1", Credentials.TWILIO_TOKEN);
    private final String address;

    TwilioWire(String publicUrl) {
        this.address = publicUrl + path();
    }

    @Override
    public final String path() {
        return "/webhooks/whatsapp/main";
    }

    @Override
    public String headers(String body) {
        TreeMap<String, String> fields = new TreeMap<>();
        for (String field : body.split("&")) {
            int equals = field.indexOf('=');
            fields.put(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        StringBuilder signed = new StringBuilder(address);
        fields.forEach((key, value) -> signed.append(key).append(value));
        return "Content-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: "
                + Base64.getEncoder().encodeToString(signing.of(signed.toString())) + "\r\n";
    }

    @Override
    public String body(int user, long number, String text) {
        long phone = FIRST_PLAYER + user;
        String sid = String.format("SM%032x", number);
        return "SmsMessageSid=" + sid + "&NumMedia=0&ProfileName=Test+User&MessageType=text&SmsSid=" + sid + "&WaId="
                + phone + "&SmsStatus=received&Body=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                + "&To=whatsapp%3A%2B" + Credentials.TWILIO_NUMBER + "&NumSegments=1&ReferralNumMedia=0&MessageSid="
                + sid + "&AccountSid=" + Credentials.TWILIO_ACCOUNT + "&From=whatsapp%3A%2B" + phone
                + "&ApiVersion=2010-04-01";
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/2010-04-01/") || path.startsWith("/v1/Content");
    }

    @Override
    public OptionalInt recipient(String path, String body) {
        if (!path.endsWith("/Messages.json")) {
            return OptionalInt.empty();
        }
        long phone = Text.numberAfter(body, TO);
        return phone < FIRST_PLAYER ? OptionalInt.empty() : OptionalInt.of((int) (phone - FIRST_PLAYER));
    }

    @Override
    public Answer answer(String path, String body, long number) {
        if (path.startsWith("/v1/Content")) {
            return new Answer(201, String.format("{\"sid\":\"HX%032x\",\"contents\":[],\"meta\":{}}", number));
        }
        return new Answer(
                201,
                String.format(
                        "{\"sid\":\"SM%032x\",\"status\":\"queued\",\"account_sid\":\"%s\"}",
                        1_000_000_000L + number, Credentials.TWILIO_ACCOUNT));
    }
}
