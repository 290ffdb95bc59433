package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import md.portar.core.testkit.SharedFiles;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each test after which a call of the gateway has broken a platform's rule; register it in every test that uses a
 * simulator, and have it watch that one. Where the platforms' specifications lie beside the project, calls are held against
 * them too.
 *
 * <pre>{@code
 * @RegisterExtension static final PlatformRules rules = new PlatformRules();
 * @BeforeAll static void start() { simulator = rules.watch(new Simulator(settings).start()); }
 * }</pre>
 */
public final class PlatformRules implements AfterEachCallback, AfterAllCallback {
    private static final List<String> TWILIO = List.of(
            "specs/twilio_api_v2010.messages.openapi.json",
            "specs/twilio_content_v1.openapi.json",
            "specs/twilio_messaging_v2.typing.openapi.json",
            "specs/twilio_messaging_v3.typing.openapi.json");
    private static final List<WireCheck> SPECIFICATIONS = specifications();

    private final List<Simulator> watched = new CopyOnWriteArrayList<>();

    private static List<WireCheck> specifications() {
        List<WireCheck> found = new ArrayList<>();
        read("specs/telegram-bot-api.json").map(TelegramSpec::new).ifPresent(found::add);
        List<JsonNode> twilio =
                TWILIO.stream().flatMap(name -> read(name).stream()).toList();
        if (!twilio.isEmpty()) {
            found.add(new TwilioSpec(twilio));
        }
        if (found.isEmpty()) {
            System.out.println(
                    "no specifications beside the project: calls are checked against the simulator's own rules only");
        }
        return List.copyOf(found);
    }

    private static Optional<JsonNode> read(String name) {
        return SharedFiles.find(name).flatMap(file -> {
            try {
                return Json.read(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** Watches a simulator; gives it back. */
    public Simulator watch(Simulator simulator) {
        install(simulator);
        watched.add(simulator);
        return simulator;
    }

    /** Holds calls against the specifications, for tests that look at the violations themselves. */
    static void install(Simulator simulator) {
        SPECIFICATIONS.forEach(simulator::alsoCheck);
    }

    /** Fails when a call of the gateway has broken a rule. */
    static void kept(Simulator simulator) {
        assertThat(simulator.recorder().violations())
                .as("calls that break the platforms' rules")
                .isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        watched.forEach(PlatformRules::kept);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        watched.forEach(PlatformRules::kept);
    }
}
