package md.portar.gateway.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import md.portar.gateway.simulator.SimulatorSettings;

/** The settings of the demonstration, written and read like an operator's own. */
final class DemoConfiguration {
    private DemoConfiguration() {}

    static String yaml(URI publicUrl, String simulator, Path folder, SimulatorSettings simulated) {
        return """
                public-url: %s
                listen: 127.0.0.1:0
                private-listen: 127.0.0.1:0
                operator:
                  name: Example
                  site: https://example.org
                  email: support@example.org
                  case-example: C-10482
                store: { url: "jdbc:sqlite:%s" }
                conversation: { burst-window: 700ms }
                channels:
                  telegram:
                    main:
                      token: "${env:TELEGRAM_TOKEN}"
                      webhook-secret: "${env:TELEGRAM_SECRET}"
                      api-url: %s
                  whatsapp:
                    main:
                      account-sid: %s
                      auth-token: "${env:TWILIO_TOKEN}"
                      from: "%s"
                      api-url: %s
                  messenger:
                    main:
                      page-id: "%s"
                      app-id: "%s"
                      page-token: "${env:PAGE_TOKEN}"
                      app-secret: "${env:APP_SECRET}"
                      verify-token: "${env:VERIFY_TOKEN}"
                      api-url: %s
                """.formatted(
                        publicUrl,
                        folder.resolve("portar.db").toString().replace("\\", "\\\\"),
                        simulator,
                        simulated.whatsApp().accountSid(),
                        simulated.whatsApp().from(),
                        simulator,
                        simulated.messenger().ids().page(),
                        simulated.messenger().ids().app(),
                        simulator);
    }

    static Map<String, String> secrets(SimulatorSettings simulated) {
        return Map.of(
                "TELEGRAM_TOKEN", simulated.telegram().token(),
                "TELEGRAM_SECRET", simulated.telegram().webhookSecret(),
                "TWILIO_TOKEN", simulated.whatsApp().authToken(),
                "PAGE_TOKEN", simulated.messenger().pageToken(),
                "APP_SECRET", simulated.messenger().appSecret(),
                "VERIFY_TOKEN", simulated.messenger().verifyToken());
    }
}
