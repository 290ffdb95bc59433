package md.portar.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import md.portar.core.store.StoreUnavailable;
import md.portar.gateway.Gateway;
import md.portar.gateway.config.Channels;
import md.portar.gateway.config.Configuration;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Simulator;
import md.portar.gateway.simulator.SimulatorSettings;
import md.portar.gateway.simulator.SimulatorSettings.Target;

/** A running demonstration. */
public final class Demo implements AutoCloseable {
    /** What the platforms would have registered; the simulator connects to this machine instead. */
    private static final URI PUBLIC = URI.create("https://bots.example.org");

    private final Simulator simulator;
    private final Gateway gateway;
    private final String consoleLink;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The demonstration cannot run here; the message says why and what to do. */
    public static final class CannotStart extends Exception {
        private static final long serialVersionUID = 1L;

        CannotStart(String message) {
            super(message);
        }
    }

    private Demo(Simulator simulator, Gateway gateway, String consoleLink) {
        this.simulator = simulator;
        this.gateway = gateway;
        this.consoleLink = consoleLink;
    }

    /**
     * Starts simulator and gateway.
     *
     * @param port of the page; 0 for any free one
     * @param folder where the database is kept; made if needed
     */
    public static Demo start(int port, Path folder) throws CannotStart {
        return start(SimulatorSettings.demo().withPort(port), folder);
    }

    /** Starts with a simulator of one's own, for tests. */
    public static Demo start(SimulatorSettings simulated, Path folder) throws CannotStart {
        Path made = folder(folder);
        SimulatorSettings settings = simulated.withPage(new SimulatorSettings.Page("", DemoContent.casesToTry()));
        Simulator simulator;
        try {
            simulator = new Simulator(settings).start();
        } catch (IllegalStateException taken) {
            throw new CannotStart("port " + settings.port()
                    + " is in use by another program; choose another with --port, or 0 for any");
        }
        try {
            Gateway gateway = gateway(settings, simulator, made);
            String link = gateway.signInLink(DemoContent.populate(gateway.engine(), Clock.systemUTC()));
            simulator.consoleUrl(link);
            for (ChatApp app : ChatApp.values()) {
                simulator.deliverTo(app, target(gateway, app));
            }
            return new Demo(simulator, gateway, link);
        } catch (CannotStart | RuntimeException problem) {
            simulator.close();
            throw problem;
        }
    }

    private static Path folder(Path folder) throws CannotStart {
        try {
            Path made = Files.createDirectories(folder);
            if (Files.isWritable(made)) {
                return made;
            }
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(folder + " is a file; choose a folder with --dir");
        } catch (AccessDeniedException e) {
            // told below
        } catch (IOException e) {
            throw new CannotStart(folder + " cannot be made; choose another folder with --dir");
        }
        throw new CannotStart(folder + " cannot be written to; choose another folder with --dir");
    }

    private static Gateway gateway(SimulatorSettings settings, Simulator simulator, Path folder) throws CannotStart {
        try {
            Configuration configuration = Configuration.read(
                    DemoConfiguration.yaml(PUBLIC, simulator.url(), folder, settings),
                    DemoConfiguration.secrets(settings),
                    settings.clock());
            Gateway gateway = Gateway.start(configuration.settings(), configuration.channels(), settings.clock());
            showMenus(configuration.channels());
            return gateway;
        } catch (Configuration.Invalid e) {
            throw new IllegalStateException("the demo's own settings are wrong: " + e.problems());
        } catch (IOException | StoreUnavailable e) {
            throw new CannotStart(String.valueOf(e.getMessage()));
        }
    }

    /** Registers commands, menus and greetings, so that the phones show what the platforms were given. */
    private static void showMenus(Channels channels) {
        channels.all()
                .values()
                .forEach(accounts -> accounts.values()
                        .forEach(channel -> channel.setup().ifPresent(setup -> {
                            var unused = setup.register();
                        })));
    }

    private static Target target(Gateway gateway, ChatApp app) {
        String path = "/webhooks/" + app.name().toLowerCase(java.util.Locale.ROOT) + "/main";
        return new Target(URI.create(PUBLIC + path), URI.create("http://127.0.0.1:" + gateway.publicPort() + path));
    }

    /** The page with the three phones. */
    public String pageUrl() {
        return simulator.url() + "/";
    }

    /** Signs its bearer in to the console once. */
    public String consoleLink() {
        return consoleLink;
    }

    public Simulator simulator() {
        return simulator;
    }

    public Gateway gateway() {
        return gateway;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            gateway.close();
            simulator.close();
        }
    }
}
