package md.portar.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import md.portar.bench.load.Credentials;

/** The packaged gateway in a process of its own, with a real configuration whose platforms are the sink. */
public final class GatewayProcess {
    /**
     * What is measured.
     *
     * @param jar the packaged gateway
     * @param javaOptions the options that its operator is advised to use
     * @param store JDBC address, or empty for a fresh SQLite file in the folder
     */
    public record Setup(Path jar, List<String> javaOptions, String store) {
        public Setup {
            javaOptions = List.copyOf(javaOptions);
        }

        /** With one more option. */
        public Setup with(String javaOption) {
            List<String> more = new ArrayList<>(javaOptions);
            more.add(javaOption);
            return new Setup(jar, more, store);
        }
    }

    private GatewayProcess() {}

    /** Starts it; files go into {@code folder}. */
    public static ChildJvm start(Setup setup, Path folder, int port, int privatePort, int sinkPort) throws IOException {
        Files.createDirectories(folder);
        String store = setup.store().isEmpty() ? "jdbc:sqlite:" + folder.resolve("portar.db") : setup.store();
        Path configuration = folder.resolve("portar.yaml");
        Files.writeString(configuration, Credentials.configuration(port, privatePort, store, sinkPort));
        List<String> arguments = new ArrayList<>(setup.javaOptions());
        arguments.addAll(List.of("-jar", setup.jar().toString(), "serve", "--config", configuration.toString()));
        return ChildJvm.start(arguments, Credentials.environment(), folder.resolve("gateway.log"));
    }
}
