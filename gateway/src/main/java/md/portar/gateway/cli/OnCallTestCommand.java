package md.portar.gateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.gateway.config.GatewaySettings;
import md.portar.gateway.oncall.HttpOnCall;
import md.portar.gateway.oncall.OnCallSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portar on-call test}: known to work before the first emergency. */
@Command(
        name = "test",
        description = {
            "Posts a test notice to on-call.url, once, and says what the receiver made of it.",
            "",
            "The notice says that it is a test. Whether somebody's telephone rang, only he can tell."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  portar on-call test --config portar.yaml"})
final class OnCallTestCommand implements Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "portar.yaml",
            description = "configuration with on-call.url; default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        GatewaySettings settings = StoreOption.read(config);
        Optional<OnCallSettings> onCall = settings.onCall();
        if (onCall.isEmpty()) {
            throw new CommandProblem(config + ": on-call.url is not set, so nobody is told of requests for protection");
        }
        Attempt attempt;
        try (HttpOnCall receiver = new HttpOnCall(onCall.get(), StoreOption.console(settings))) {
            attempt = receiver.test(UUID.randomUUID(), Clock.systemUTC().instant());
        }
        if (attempt.result() != Result.TAKEN) {
            throw new CommandProblem("the receiver at on-call.url was not told: " + HttpOnCall.inWords(attempt));
        }
        spec.commandLine().getOut().println("The receiver was told: " + HttpOnCall.inWords(attempt) + ".");
        return 0;
    }
}
