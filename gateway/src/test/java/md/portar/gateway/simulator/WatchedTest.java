package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that drives a gateway beside a simulator fails when the gateway breaks a platform's rule. */
class WatchedTest {
    private static final Pattern STARTS_ONE = Pattern.compile("\\b(Demo|PackagedGateway)\\.start\\(");

    @Test
    void everyTestWithAGatewayAndASimulatorIsWatched() throws IOException {
        Set<String> watched = new TreeSet<>();
        Set<String> unwatched = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            for (Path source : (Iterable<Path>) sources.filter(WatchedTest::isTest)::iterator) {
                String text = Files.readString(source);
                if (STARTS_ONE.matcher(text).find()) {
                    (text.contains("new PlatformRules()") ? watched : unwatched)
                            .add(String.valueOf(source.getFileName()));
                }
            }
        }
        assertThat(watched)
                .contains(
                        "CanaryIT.java",
                        "DemoIT.java",
                        "OutageIT.java",
                        "PackagedJarIT.java",
                        "RealGatewayIT.java",
                        "ThreePhonesIT.java");
        assertThat(unwatched).as("register PlatformRules in").isEmpty();
    }

    private static boolean isTest(Path source) {
        String name = String.valueOf(source.getFileName());
        return name.endsWith("Test.java") || name.endsWith("IT.java");
    }

    @Test
    void aWatchedSimulatorFailsItsTestWhenARuleIsBroken() {
        try (SimulatorFixture fixture = new SimulatorFixture()) {
            fixture.simulator.telegram().says(SimulatorFixture.PLAYER, "salut").status();
            PlatformRules.kept(fixture.simulator);
            fixture.calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"x\",\"colour\":1}");
            assertThatThrownBy(() -> PlatformRules.kept(fixture.simulator))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("unknown field colour");
            assertThat(fixture.broken()).hasSize(1);
        }
    }
}
