package md.portar.gateway.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What the simulator is and where the gateway listens. Start from {@link #demo()} and change what differs.
 *
 * @param port the port on loopback; 0 for any free one
 * @param pace how quickly the simulated people and networks react
 */
public record SimulatorSettings(
        int port, Telegram telegram, WhatsApp whatsApp, Messenger messenger, Page page, Pace pace, Clock clock) {

    /**
     * Where a platform delivers: the address registered with it, and the machine to connect to.
     *
     * @param registered the public address; signatures are made over this one
     * @param connect scheme, host and port really connected to; equal to the registered address when nothing stands between
     */
    public record Target(URI registered, URI connect) {
        /** A gateway reached at its own address. */
        public static Target direct(URI registered) {
            return new Target(registered, registered);
        }

        /** The address to connect to for a public address below the same gateway. */
        URI reach(URI asked) {
            if (registered.equals(connect)) {
                return asked;
            }
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            return URI.create(connect.getScheme() + "://" + connect.getRawAuthority() + asked.getRawPath() + query);
        }
    }

    /** A bot: its token, and the secret it registers its webhook with. */
    public record Telegram(String token, String webhookSecret, Target webhook) {
        @Override
        public String toString() {
            return "Telegram[" + webhook + "]";
        }
    }

    /** A Twilio account with a WhatsApp sender, {@code whatsapp:+…}. */
    public record WhatsApp(String accountSid, String authToken, String from, Target webhook) {
        @Override
        public String toString() {
            return "WhatsApp[" + webhook + "]";
        }
    }

    /** A page with an app. */
    public record Messenger(Ids ids, String pageToken, String appSecret, String verifyToken, Target webhook) {
        /** Numbers Meta gave out. */
        public record Ids(String page, String app) {}

        @Override
        public String toString() {
            return "Messenger[" + ids + ", " + webhook + "]";
        }
    }

    /**
     * What the page says about its surroundings.
     *
     * @param consoleUrl the agents' console; empty for no link
     * @param cases case numbers to try
     */
    public record Page(String consoleUrl, List<DemoCase> cases) {
        public Page {
            cases = List.copyOf(cases);
        }
    }

    /** A case a newcomer can ask about. */
    public record DemoCase(String number, String account) {}

    /**
     * Reaction times.
     *
     * @param delivered until a bot's message reaches the phone
     * @param read until the player has read it
     * @param retry until the first repeat of a webhook that was not accepted; later ones take longer
     * @param attempts how often a webhook is tried at most
     */
    public record Pace(Duration delivered, Duration read, Duration retry, int attempts) {
        static final Pace HUMAN = new Pace(Duration.ofMillis(350), Duration.ofMillis(900), Duration.ofMillis(500), 8);

        /** For tests: everything at once. */
        public static final Pace QUICK =
                new Pace(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(50), 5);
    }

    /** The demonstration's accounts: invented, and worthless anywhere else. */
    public static SimulatorSettings demo() {
        Target nowhere = Target.direct(URI.create("http://127.0.0.1:9"));
        return new SimulatorSettings(
                0,
                new Telegram("100000000:demo-telegram-token-of-no-value", "demo-webhook-secret", nowhere),
                new WhatsApp(
                        "AC00000000000000000000000000000001",
                        "demo-auth-token-of-no-value",
                        "whatsapp:+15550100",
                        nowhere),
                new Messenger(
                        new Messenger.Ids("100000000000001", "200000000000001"),
                        "demo-page-token",
                        "demo-app-secret",
                        "demo-verify-token",
                        nowhere),
                new Page("", List.of()),
                Pace.HUMAN,
                Clock.systemUTC());
    }

    public SimulatorSettings withPort(int other) {
        return new SimulatorSettings(other, telegram, whatsApp, messenger, page, pace, clock);
    }

    public SimulatorSettings withPage(Page other) {
        return new SimulatorSettings(port, telegram, whatsApp, messenger, other, pace, clock);
    }

    public SimulatorSettings withPace(Pace other) {
        return new SimulatorSettings(port, telegram, whatsApp, messenger, page, other, clock);
    }

    public SimulatorSettings withClock(Clock other) {
        return new SimulatorSettings(port, telegram, whatsApp, messenger, page, pace, other);
    }

    public SimulatorSettings with(Telegram other) {
        return new SimulatorSettings(port, other, whatsApp, messenger, page, pace, clock);
    }

    public SimulatorSettings with(WhatsApp other) {
        return new SimulatorSettings(port, telegram, other, messenger, page, pace, clock);
    }

    public SimulatorSettings with(Messenger other) {
        return new SimulatorSettings(port, telegram, whatsApp, other, page, pace, clock);
    }

    /** Where each platform delivers. */
    public SimulatorSettings withWebhooks(Target telegramHook, Target whatsAppHook, Target messengerHook) {
        return with(new Telegram(telegram.token(), telegram.webhookSecret(), telegramHook))
                .with(new WhatsApp(whatsApp.accountSid(), whatsApp.authToken(), whatsApp.from(), whatsAppHook))
                .with(new Messenger(
                        messenger.ids(),
                        messenger.pageToken(),
                        messenger.appSecret(),
                        messenger.verifyToken(),
                        messengerHook));
    }
}
