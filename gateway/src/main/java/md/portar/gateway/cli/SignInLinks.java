package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import md.portar.core.conversation.AgentId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Makes and prints a link that signs an agent in once. There is no default password. */
final class SignInLinks {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final URI LOCAL = URI.create("http://127.0.0.1:8081");

    @Option(
            names = "--console-url",
            paramLabel = "URL",
            description = "the console's address in the agent's browser; default: from the configuration, or"
                    + " http://127.0.0.1:8081")
    private @Nullable URI url;

    void print(AgentId agent, StoreOption.Opened opened, Clock clock, PrintWriter out) {
        URI console = url == null ? opened.console().orElse(LOCAL) : url;
        String token = opened.engine()
                .agents()
                .issueSignInToken(agent, clock.instant().plus(LIFE))
                .reveal();
        out.println("Signs in once, within " + LIFE.toHours() + " hours; pass it on privately:");
        out.println(console.toString().replaceAll("/+$", "") + "/console/enter?token=" + token);
    }
}
