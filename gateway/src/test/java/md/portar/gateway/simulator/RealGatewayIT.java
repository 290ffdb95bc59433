package md.portar.gateway.simulator;

import static md.portar.gateway.simulator.SimulatorFixture.MESSENGER_PLAYER;
import static md.portar.gateway.simulator.SimulatorFixture.PLAYER;
import static md.portar.gateway.simulator.SimulatorFixture.WHATSAPP_PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import md.portar.gateway.demo.Demo;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The simulator and the gateway with its real adapters understand each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealGatewayIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    final PlatformRules rules = new PlatformRules();

    private Demo demo;
    private Simulator simulator;

    @BeforeAll
    void start(@TempDir Path folder) throws Demo.CannotStart {
        demo = Demo.start(SimulatorSettings.demo().withPace(SimulatorSettings.Pace.QUICK), folder);
        simulator = rules.watch(demo.simulator());
    }

    @AfterAll
    void stop() {
        demo.close();
    }

    @Test
    void aQuestionIsAnsweredOnEveryMessenger() {
        simulator.telegram().says(PLAYER, "Cum retrag banii?");
        simulator.whatsApp().says(WHATSAPP_PLAYER, "Как вывести деньги?");
        simulator.messenger().says(MESSENGER_PLAYER, "How do I withdraw money?");
        simulator
                .telegram()
                .phone(PLAYER)
                .within(LONG)
                .awaitReply(reply -> reply.text().contains("etrage"));
        simulator
                .whatsApp()
                .phone(WHATSAPP_PLAYER)
                .within(LONG)
                .awaitReply(reply -> reply.text().contains("ыв"));
        simulator
                .messenger()
                .phone(MESSENGER_PLAYER)
                .within(LONG)
                .awaitReply(reply -> reply.text().contains("ithdraw"));
    }

    @Test
    void aPasswordDisappearsFromTheChatOrFromTheProvider() {
        long player = PLAYER + 7;
        String number = "whatsapp:+37360000007";
        Report telegram = simulator.telegram().says(player, "parola mea este florin22");
        Report whatsApp = simulator.whatsApp().says(number, "parola mea este florin22");
        simulator.telegram().phone(player).within(LONG).awaitGone(telegram.messageId());
        simulator.whatsApp().phone(number).within(LONG).awaitErased(whatsApp.messageId());
    }

    @Test
    void theRegisteredMenusAreOnThePhones() {
        simulator.telegram().speaks(PLAYER + 9, "ro");
        simulator.messenger().speaks("7000000000000007", "ru");
        GatewayCalls calls = new GatewayCalls(simulator, SimulatorSettings.demo());
        Awaitility.await()
                .atMost(LONG)
                .until(() -> calls.get("/simulator/phones/telegram/" + (PLAYER + 9))
                        .body()
                        .contains("Meniul principal"));
        Awaitility.await()
                .atMost(LONG)
                .until(() -> calls.get("/simulator/phones/messenger/7000000000000007")
                        .body()
                        .contains("Связь с оператором"));
    }

    @Test
    void aForgedWebhookIsRefused() {
        for (ChatApp app : ChatApp.values()) {
            simulator.faults().next(app, FaultKind.BAD_SIGNATURE);
        }
        assertThat(simulator.telegram().says(PLAYER + 8, "x").status()).isIn(401, 403);
        assertThat(simulator.whatsApp().says("whatsapp:+37360000008", "x").status())
                .isIn(401, 403);
        assertThat(simulator.messenger().says("7000000000000008", "x").status()).isIn(401, 403);
    }
}
