package md.portar.gateway;

import md.portar.gateway.cli.PortarCommand;
import md.portar.gateway.telemetry.Logging;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Logging.pinLibraries();
        int exit = PortarCommand.commandLine().execute(args);
        System.exit(exit);
    }
}
