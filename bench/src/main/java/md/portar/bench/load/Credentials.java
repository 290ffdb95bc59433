package md.portar.bench.load;

import java.util.Map;

/** Invented names and keys of the three accounts under load. */
public final class Credentials {
    static final String TELEGRAM_TOKEN = "100000001:bench-token-of-nobody";
    static final String TELEGRAM_SECRET = "bench-webhook-secret";
    static final String TWILIO_ACCOUNT = "AC00000000000000000000000000000001";
    static final String TWILIO_TOKEN = "bench-auth-token-of-nobody";
    static final String TWILIO_NUMBER = "999000000001";
    static final String PAGE = "1151110000000001";
    static final String APP_SECRET = "bench-app-secret";
    private static final String PAGE_TOKEN = "bench-page-token";
    private static final String VERIFY_TOKEN = "bench-verify-token";

    private Credentials() {}

    /** What the configuration refers to. */
    public static Map<String, String> environment() {
        return Map.of(
                "TELEGRAM_TOKEN", TELEGRAM_TOKEN,
                "TELEGRAM_SECRET", TELEGRAM_SECRET,
                "TWILIO_TOKEN", TWILIO_TOKEN,
                "PAGE_TOKEN", PAGE_TOKEN,
                "APP_SECRET", APP_SECRET,
                "VERIFY_TOKEN", VERIFY_TOKEN);
    }

    /** A gateway's configuration: all three channels, platforms at {@code sink}, no pauses that platforms would ask for. */
    public static String configuration(int port, int privatePort, String store, int sink) {
        return """
                public-url: http://127.0.0.1:%1$d
                listen: 127.0.0.1:%1$d
                private-listen: 127.0.0.1:%2$d
                operator: { name: Bench }
                store: { url: "%3$s" }
                conversation: { burst-window: 0ms }
                channels:
                  telegram:
                    main:
                      token: "${env:TELEGRAM_TOKEN}"
                      webhook-secret: "${env:TELEGRAM_SECRET}"
                      api-url: http://127.0.0.1:%4$d
                      conversation-gap: 0ms
                      per-second: 10000
                  whatsapp:
                    main:
                      account-sid: %5$s
                      auth-token: "${env:TWILIO_TOKEN}"
                      from: "whatsapp:+%6$s"
                      api-url: http://127.0.0.1:%4$d
                      per-second: 10000
                  messenger:
                    main:
                      page-id: "%7$s"
                      page-token: "${env:PAGE_TOKEN}"
                      app-secret: "${env:APP_SECRET}"
                      verify-token: "${env:VERIFY_TOKEN}"
                      api-url: http://127.0.0.1:%4$d
                      per-second: 10000
                """.formatted(port, privatePort, store, sink, TWILIO_ACCOUNT, TWILIO_NUMBER, PAGE);
    }
}
