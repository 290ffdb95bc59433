package md.portar.gateway.cli;

import java.io.IOException;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import md.portar.core.channel.ChannelFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar version}. */
@Command(
        name = "version",
        description = "Shows the version and the channels that are built in.",
        mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (String line : new VersionProvider().getVersion()) {
            spec.commandLine().getOut().println(line);
        }
        TreeSet<String> channels = new TreeSet<>();
        ServiceLoader.load(ChannelFactory.class)
                .forEach(factory -> channels.add(factory.id().value()));
        spec.commandLine().getOut().println("channels: " + (channels.isEmpty() ? "none" : String.join(", ", channels)));
        return 0;
    }
}
