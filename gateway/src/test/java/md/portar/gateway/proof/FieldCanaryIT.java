package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Fault;
import md.portar.gateway.simulator.FaultKind;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another secret through every field of every recorded webhook, through the console's forms and the interface for cases, with a
 * kill, refusals and messages given up on the way, all of it logged as fully as can be. Afterwards nothing that was written or
 * answered holds one.
 */
class FieldCanaryIT {
    private static final String MARK = "Qz7vulpe";
    private static final String CARD_MARK = "53991742";
    private static final String BENIGN = "Wb4harbuz";
    private static final int AT_ONCE = 20;
    private static final List<IntFunction<String>> SECRETS = List.of(
            number -> "parola mea este " + MARK + "%05dX".formatted(number),
            FieldCanaryIT::card,
            number -> "мой пароль " + MARK + "%05dX".formatted(number),
            FieldCanaryIT::card,
            number -> "my password is " + MARK + "%05dX".formatted(number),
            FieldCanaryIT::card);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final Map<String, byte[]> answers = new LinkedHashMap<>();
    private final Signed signed = new Signed(Stage.accounts());
    private int sent;

    private static String card(int number) {
        String digits = CARD_MARK + "%07d".formatted(number);
        for (int check = 0; check < 10; check++) {
            if (passesLuhn(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException("one of ten digits always fits");
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = 2 * digit;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    private static String secret(int number) {
        return SECRETS.get(Math.floorMod(number, SECRETS.size())).apply(number);
    }

    @Test
    void noSecretFromAnyFieldIsLeftAnywhere() throws Exception {
        Simulator simulator = Stage.quietPlatforms();
        Site site = Stage.fastSite(folder, simulator)
                .with("api: { tokens: { desk: { token: '${env:TWILIO_TOKEN}', scopes: ['cases:write'] } } }");
        Fixtures fixtures = new Fixtures(Stage.accounts());
        List<Fixtures.Body> first = new ArrayList<>();
        List<Fixtures.Body> second = new ArrayList<>();
        for (ChatApp app : ChatApp.values()) {
            first.addAll(fixtures.bodies(app, number -> secret(2 * (number / 2))));
            second.addAll(fixtures.bodies(app, number -> secret(2 * (number / 2) + 1)));
        }
        try (simulator;
                GatewayProcess gateway = new GatewayProcess(site).logging("TRACE")) {
            simulator.enforceLimits(false);
            for (ChatApp app : ChatApp.values()) {
                simulator.faults().set(app, Fault.next(FaultKind.SERVER_ERROR).times(5));
            }
            gateway.start(simulator);
            sendAll(gateway, first);
            gateway.kill();
            gateway.start(simulator);
            sendAll(gateway, second);
            sendOddities(gateway);
            sendAll(gateway, List.of(wantsAPerson()));
            awaitHandled(new Books(site.storeUrl()));
            ConsoleCanary console = new ConsoleCanary(gateway, site, answers);
            console.everyForm(FieldCanaryIT::secret);
            console.everyPage();
            commands(site);
            gateway.stop();
        }
        nothingIsLeft();
        System.out.printf("canary bodies=%d answers=%d%n", sent, answers.size());
    }

    /** Everything is screened and thought about, and something was given up; the rest may still be on its way. */
    private static void awaitHandled(Books books) {
        Awaitility.await("everything acknowledged is handled")
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsMatching(problem -> problem instanceof SQLException)
                .until(() -> books.count("SELECT COUNT(*) FROM inbox") == 0 && books.dead() > 0);
    }

    private void sendAll(GatewayProcess gateway, List<Fixtures.Body> bodies) throws IOException {
        try (RawHttp connection = new RawHttp(gateway.webhookPort())) {
            for (int from = 0; from < bodies.size(); from += AT_ONCE) {
                List<Fixtures.Body> batch = bodies.subList(from, Math.min(bodies.size(), from + AT_ONCE));
                byte[] together = new byte[0];
                for (Fixtures.Body body : batch) {
                    together = RawHttp.join(together, signed.request(body.app(), body.content()));
                }
                connection.send(together);
                for (Fixtures.Body body : batch) {
                    RawHttp.Answer answer = connection.receive();
                    assertThat(answer.status()).as(body.place()).isIn(200, 400);
                    answered("to " + body.place(), answer.body());
                }
            }
        }
    }

    /** Bodies that no parser takes, forged ones, and requests with words where none belong. */
    private void sendOddities(GatewayProcess gateway) throws IOException {
        Updates updates = new Updates(Stage.accounts());
        for (ChatApp app : ChatApp.values()) {
            String player = app == ChatApp.WHATSAPP ? "whatsapp:+37360000902" : "100000902";
            String good = updates.text(app, 9_000_000L + sent, player, secret(sent));
            // Cut within the words it still is a password; half a card number would be none, and rightly kept.
            String whole =
                    updates.text(app, 9_000_000L + sent, player, SECRETS.get(0).apply(sent));
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            List<byte[]> requests = List.of(
                    signed.request(app, whole.substring(0, whole.length() - 3)),
                    signed.request(app, good + "\u0000{\"x\":\"" + secret(sent) + "\"}"),
                    signed.request(app, good.getBytes(StandardCharsets.UTF_16LE)),
                    signed.request(app, "\"" + secret(sent) + "\""),
                    RawHttp.request("POST", Site.path(app), List.of("X-Note: " + MARK, "User-Agent: " + MARK), bytes),
                    RawHttp.request("POST", Site.path(app) + "?password=" + MARK, signed.headers(app, bytes), bytes),
                    RawHttp.request("POST", "/webhooks/" + MARK + "/main", signed.headers(app, bytes), bytes),
                    RawHttp.request("GET", "/" + MARK, List.of(), new byte[0]),
                    RawHttp.request(MARK.toUpperCase(Locale.ROOT), Site.path(app), List.of(), bytes));
            for (byte[] request : requests) {
                try (RawHttp connection = new RawHttp(gateway.webhookPort())) {
                    answered("to an odd request", connection.insist(request).body());
                }
                sent++;
            }
            // Somebody of whom no secret is expected.
            String other = app == ChatApp.WHATSAPP ? "whatsapp:+37360000904" : "100000904";
            String words = "bună, " + BENIGN;
            sendAll(
                    gateway,
                    List.of(new Fixtures.Body(app, "control", updates.text(app, 9_900_000L + sent, other, words))));
        }
    }

    private static Fixtures.Body wantsAPerson() {
        String words = "vreau să vorbesc cu un operator";
        String body = new Updates(Stage.accounts()).text(ChatApp.TELEGRAM, 9_999_999L, "100000903", words);
        return new Fixtures.Body(ChatApp.TELEGRAM, "the queue", body);
    }

    private void answered(String to, String body) {
        sent++;
        answers.put("answer " + answers.size() + " " + to, body.getBytes(StandardCharsets.UTF_8));
    }

    private void commands(Site site) throws IOException, InterruptedException {
        Path cases = Files.writeString(
                Files.createTempFile("cases", ".csv"),
                "number,account,status,updated_at\n" + secret(0) + ",123456," + secret(2) + "," + card(3) + "\n");
        try {
            for (List<String> command : List.of(
                    List.of("outbox", "list"),
                    List.of("faq", "misses"),
                    List.of("cases", "import", cases.toString()))) {
                List<String> arguments = new ArrayList<>(command);
                arguments.addAll(List.of("--store", site.storeUrl()));
                run(arguments.toArray(String[]::new));
            }
        } finally {
            Files.delete(cases);
        }
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(GatewayProcess.java(arguments))
                .redirectErrorStream(true)
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isNotEmpty();
        answers.put("command " + arguments[0] + " " + arguments[1], said);
    }

    private void nothingIsLeft() throws IOException {
        Map<String, byte[]> left = new LinkedHashMap<>(answers);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        // What may be kept is kept, so the places searched are the right ones.
        assertThat(found(Traces.of(BENIGN), left)).anyMatch(place -> place.startsWith("portar.db"));
        assertThat(left.getOrDefault("portar.log", new byte[0])).isNotEmpty();
        List<String> leaks = new ArrayList<>(found(Traces.of(MARK), left));
        leaks.addAll(found(Traces.of(CARD_MARK), left));
        leaks.addAll(found(Traces.of("5399 1742"), left));
        // Places and writings only: never the secret itself in the message of a failure.
        assertThat(leaks).isEmpty();
    }

    private static List<String> found(Traces traces, Map<String, byte[]> left) {
        List<String> places = new ArrayList<>();
        left.forEach((place, content) -> {
            List<String> writings = traces.in(content);
            if (!writings.isEmpty()) {
                places.add(place + " " + writings);
            }
        });
        return places;
    }
}
