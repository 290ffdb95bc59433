package md.portar.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import md.portar.core.faq.InvalidPackException;
import md.portar.core.store.StoreUnavailable;
import md.portar.gateway.Gateway;
import md.portar.gateway.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portar serve}: production. */
@Command(
        name = "serve",
        description = "Runs the gateway. Refuses to start on any mistake in the configuration and lists them all.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  portar serve --config portar.yaml")
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration file (default: ${DEFAULT-VALUE}).")
    private Path config = Path.of("portar.yaml");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** Closed by the shutdown hook, which a stop always runs; closing twice does no harm. */
    @SuppressWarnings("try")
    @Override
    public Integer call() throws CommandProblem {
        Configuration configuration = read(config);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Gateway gateway = start(configuration)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                gateway.close();
                                stopped.countDown();
                            },
                            "shutdown"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Portar takes webhooks on "
                    + configuration.settings().listen().host() + ":" + gateway.publicPort());
            out.println("Console, health and metrics are on " + gateway.consoleUrl());
            out.flush();
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    static Configuration read(Path file) throws CommandProblem {
        try {
            return Configuration.read(Files.readString(file), System.getenv(), Clock.systemUTC());
        } catch (NoSuchFileException e) {
            throw new CommandProblem(file + ": there is no such file; 'portar init' writes one");
        } catch (CharacterCodingException e) {
            throw new CommandProblem(file + ": is not UTF-8");
        } catch (IOException e) {
            throw new CommandProblem(file + ": cannot be read");
        } catch (Configuration.Invalid e) {
            List<String> lines = new ArrayList<>();
            lines.add(file + " has "
                    + (e.problems().size() == 1 ? "a mistake:" : e.problems().size() + " mistakes:"));
            e.problems().forEach(problem -> lines.add("  " + problem));
            throw new CommandProblem(lines);
        }
    }

    static Gateway start(Configuration configuration) throws CommandProblem {
        try {
            return Gateway.start(configuration.settings(), configuration.channels(), Clock.systemUTC());
        } catch (StoreUnavailable e) {
            throw new CommandProblem("store.url: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandProblem(String.valueOf(e.getMessage()));
        } catch (InvalidPackException e) {
            throw new CommandProblem("faq.pack: " + e.getMessage() + "; 'portar faq check' lists what is wrong");
        }
    }
}
