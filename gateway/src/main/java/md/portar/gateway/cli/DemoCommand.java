package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import md.portar.gateway.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portar demo}: the real gateway beside simulated platforms, with nothing installed and no account. */
@Command(
        name = "demo",
        description = "Runs the gateway beside a simulator of the three platforms, with a page of three phones.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  portar demo --port 8090")
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the page on this machine; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port = 8090;

    @Option(
            names = "--dir",
            paramLabel = "FOLDER",
            description = "Where the demo keeps its database (default: ${DEFAULT-VALUE}).")
    private Path dir = Path.of("portar-demo");

    @Option(names = "--no-browser", description = "Does not open the page in a browser.")
    private boolean quiet;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    /** Closed by the shutdown hook, which a stop always runs; closing twice does no harm. */
    @SuppressWarnings("try")
    @Override
    public Integer call() throws CommandProblem {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Demo demo = Demo.start(port, dir)) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                demo.close();
                                stopped.countDown();
                            },
                            "shutdown"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Three phones, play the player:  " + demo.pageUrl());
            out.println("Agents' console, play the agent: " + demo.consoleLink());
            out.println("Everything is kept in " + dir + "; Ctrl-C stops it.");
            out.flush();
            if (!quiet) {
                Browser.open(demo.pageUrl());
            }
            stopped.await();
        } catch (Demo.CannotStart e) {
            throw new CommandProblem(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
