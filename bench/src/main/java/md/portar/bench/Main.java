package md.portar.bench;

import picocli.CommandLine;

/** {@code java -jar bench.jar}: see {@code --help}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
