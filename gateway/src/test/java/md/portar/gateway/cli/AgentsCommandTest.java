package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import md.portar.core.pipeline.Engine;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.settings.Secret;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.testkit.PlainTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsCommandTest {
    private static final Pattern LINK = Pattern.compile("(https?://\\S+)/console/enter\\?token=([A-Za-z0-9_-]{20,})");

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void nameAStore() {
        store = "jdbc:sqlite:" + folder.resolve("portar.db");
    }

    @Test
    void anAddedAgentSignsInOnceWithTheLink() {
        Run run = Run.of(
                "agents",
                "add",
                "ion.r",
                "--public-name",
                "Ион",
                "--role",
                "supervisor",
                "--languages",
                "ro,RU",
                "--console-url",
                "https://desk.example.org/",
                "--store",
                store);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        Matcher link = LINK.matcher(run.out());
        assertThat(link.find()).isTrue();
        assertThat(link.group(1)).isEqualTo("https://desk.example.org");
        Agent agent = redeemed(link.group(2));
        assertThat(agent.id().value()).isEqualTo("ion.r");
        assertThat(agent.publicName().value()).isEqualTo("Ион");
        assertThat(agent.role()).isEqualTo(AgentRole.SUPERVISOR);
        assertThat(agent.languages()).containsExactlyInAnyOrder(Language.RO, Language.RU);
        assertThat(agent.disabled()).isFalse();
    }

    @Test
    void agentsAreListedDisabledAndEnabled() {
        assertThat(Run.of("agents", "list", "--store", store).out()).startsWith("There are no agents");
        Run added = Run.of("agents", "add", "ana", "--store", store);
        assertThat(added.out()).contains("Added ana, who is Ana to players.", "http://127.0.0.1:8081/console/enter");
        assertThat(Run.of("agents", "disable", "ana", "--store", store).out()).contains("ana is disabled now.");
        assertThat(Run.of("agents", "list", "--store", store).lines())
                .last()
                .asString()
                .matches("ana +Ana +agent +ro,ru,en +disabled");
        Run link = Run.of("agents", "link", "ana", "--store", store);
        assertThat(link.exit()).isEqualTo(1);
        assertThat(link.err()).contains("ana is disabled");
        assertThat(Run.of("agents", "enable", "ana", "--store", store).out()).contains("ana is active now.");
        assertThat(Run.of("agents", "enable", "ana", "--store", store).out()).contains("ana was active already.");
        assertThat(LINK.matcher(Run.of("agents", "link", "ana", "--store", store)
                                .out())
                        .find())
                .isTrue();
    }

    @Test
    void anAgentIsNotAddedTwice() {
        Run.of("agents", "add", "ana", "--store", store);
        Run again = Run.of("agents", "add", "ana", "--role", "admin", "--store", store);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("there is an agent ana already");
    }

    @Test
    void namesAreChecked() {
        assertThat(Run.of("agents", "add", "Ana B", "--store", store).exit()).isEqualTo(2);
        assertThat(Run.of("agents", "add", "ana", "--public-name", " ", "--store", store)
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("agents", "add", "ana", "--public-name", "a\nb", "--store", store)
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("agents", "add", "ana", "--public-name", "?\uFFFD", "--store", store)
                        .err())
                .contains("LC_ALL=C.UTF-8");
        Run secret = Run.of("agents", "add", "ana", "--public-name", "4111 1111 1111 1111", "--store", store);
        assertThat(secret.exit()).isEqualTo(1);
        assertThat(secret.err()).doesNotContain("4111");
        assertThat(Run.of("agents", "add", "ana", "--languages", "ro,xx", "--store", store)
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("agents", "add", "ana", "--role", "king", "--store", store)
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("agents", "disable", "bob", "--store", store))
                .isEqualTo(new Run(
                        1, "", "portar: there is no agent bob; 'agents list' shows all" + System.lineSeparator()));
        assertThat(folder.resolve("portar.db").toFile().length()).isPositive();
    }

    @Test
    void aCommandIsNeeded() {
        assertThat(Run.of("agents").exit()).isEqualTo(2);
        assertThat(Run.of("cases").exit()).isEqualTo(2);
    }

    private Agent redeemed(String token) {
        SecretGuard guard = SecretGuard.standard();
        try (Store opened = JdbcStore.open(StoreSettings.of(store), guard);
                Engine engine = Engine.open(new Engine.Parts(
                        opened,
                        guard,
                        new PlainTexts(),
                        Clock.systemUTC(),
                        GatewayMetrics.none(),
                        EngineSettings.defaults()))) {
            Secret<String> secret = Secret.of(token);
            Agent agent = engine.agents()
                    .redeemSignInToken(secret, Clock.systemUTC().instant())
                    .orElseThrow();
            assertThat(engine.agents()
                            .redeemSignInToken(secret, Clock.systemUTC().instant()))
                    .isEmpty();
            return agent;
        }
    }
}
