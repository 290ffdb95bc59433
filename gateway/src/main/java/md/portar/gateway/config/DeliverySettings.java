package md.portar.gateway.config;

import java.time.Duration;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.pipeline.EngineSettings.Resend;
import md.portar.core.settings.SettingsSection;

/**
 * How messages leave, under {@code delivery}.
 *
 * @param giveUpAfter at this age a message that still cannot be sent is given up
 * @param attempts after so many failures of its own a message is given up; a platform's outage is not one
 * @param resendUncertain whose messages are sent once more when nothing tells whether they arrived
 * @param sendsInFlight most simultaneous sends per account
 */
public record DeliverySettings(Duration giveUpAfter, int attempts, Resend resendUncertain, int sendsInFlight) {
    private static final int MOST_ATTEMPTS = 1_000;
    private static final int MOST_IN_FLIGHT = 256;

    static DeliverySettings read(SettingsSection section) {
        EngineSettings.Retry usual = EngineSettings.Retry.defaults();
        Duration giveUpAfter = section.duration("give-up-after", usual.giveUpAfter());
        if (giveUpAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            section.problem("give-up-after", "is shorter than a minute: a short outage would cost messages");
        }
        return new DeliverySettings(
                giveUpAfter,
                section.number("attempts", usual.attempts(), 1, MOST_ATTEMPTS),
                section.choice("resend-uncertain", Resend.class, usual.resendUncertain()),
                section.number("sends-in-flight", EngineSettings.defaults().sendsInFlight(), 1, MOST_IN_FLIGHT));
    }

    /** The same for the engine. */
    public EngineSettings over(EngineSettings settings) {
        return settings.withSendsInFlight(sendsInFlight)
                .withRetry(settings.retry()
                        .withAttempts(attempts)
                        .withGiveUpAfter(giveUpAfter)
                        .withResendUncertain(resendUncertain));
    }
}
