package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.gateway.simulator.ChatApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** I4: attempts to pass for a platform. None is accepted, and none leaves a trace in the store. */
@ExtendWith(Ground.class)
class ForgeryIT {
    private static final AtomicInteger TRIED = new AtomicInteger();
    private static final AtomicInteger ACCEPTED = new AtomicInteger();

    private final Ground.Place place;

    ForgeryIT(Ground.Place place) {
        this.place = place;
    }

    static List<Forgeries.Forgery> forgeries() {
        return Forgeries.all();
    }

    @AfterAll
    static void tell() {
        System.out.printf("I4 attempts=%d accepted=%d%n", TRIED.get(), ACCEPTED.get());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void noForgeryIsAccepted(Forgeries.Forgery forgery) throws Exception {
        long before = place.books().count("SELECT COUNT(*) FROM inbound_event");
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            RawHttp.Answer answer = connection.exchange(forgery.request());
            TRIED.incrementAndGet();
            ACCEPTED.addAndGet(answer.status() == 200 ? 1 : 0);
            assertThat(answer.status()).isIn(400, 401, 403, 415);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(place.books().count("SELECT COUNT(*) FROM inbound_event")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(ChatApp.class)
    void theGenuineRequestIsAccepted(ChatApp app) throws Exception {
        String player = app == ChatApp.WHATSAPP ? "whatsapp:+37360000904" : "100000904";
        byte[] request = place.signed()
                .request(
                        app,
                        place.updates()
                                .text(
                                        app,
                                        6_900_000L + List.of(ChatApp.values()).indexOf(app),
                                        player,
                                        "menu"));
        try (RawHttp connection = new RawHttp(place.gateway().webhookPort())) {
            assertThat(connection.exchange(request).status()).isEqualTo(200);
        }
    }

    @Test
    void thereAreAtLeastSixtyOfThem() {
        assertThat(forgeries()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(forgeries()).extracting(Forgeries.Forgery::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "TELEGRAM_SECRET, channels.telegram.main.webhook-secret",
        "TWILIO_TOKEN, channels.whatsapp.main.auth-token",
        "APP_SECRET, channels.messenger.main.app-secret",
        "VERIFY_TOKEN, channels.messenger.main.verify-token",
    })
    void anEmptySecretKeepsTheGatewayFromStarting(String variable, String key, @TempDir Path folder) throws Exception {
        Site site = Stage.fastSite(folder, place.simulator());
        Path config = Files.writeString(folder.resolve("portar.yaml"), site.yaml());
        Map<String, String> secrets = new TreeMap<>(site.secrets());
        secrets.put(variable, "");
        ProcessBuilder builder = new ProcessBuilder(GatewayProcess.java("serve", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().putAll(secrets);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(Files.readString(folder.resolve("out"))).contains(key);
        } finally {
            process.destroyForcibly();
        }
    }
}
