package md.portar.core.testkit.channel;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;

/**
 * One row of an adapter's table of answers.
 *
 * @param name tells the rows apart in the test report
 * @param reply what the platform answers to every request of the attempt
 */
public record DeliveryRow(
        String name, OutboundAction action, ResponseDefinitionBuilder reply, DeliveryOutcome expected) {}
