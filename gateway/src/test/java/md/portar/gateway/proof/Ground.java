package md.portar.gateway.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import md.portar.gateway.simulator.Simulator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One gateway and its platforms for all proofs that leave it as they found it, because starting one takes seconds. It has
 * no limits of its own and a second account on each channel. Closed when all tests are over.
 */
final class Ground implements ParameterResolver {
    /** What a proof is given. */
    record Place(Simulator simulator, GatewayProcess gateway, Signed signed, Updates updates) implements AutoCloseable {
        Books books() {
            return new Books("jdbc:sqlite:" + gateway.database());
        }

        /** Lines of the gateway's log that only a defect writes, such as the stack of a thread that was blocked for seconds. */
        List<String> complaints() throws IOException {
            try (Stream<String> lines = Files.lines(gateway.log())) {
                return lines.filter(line ->
                                line.contains(" ERROR ") || line.contains("\"ERROR\"") || line.startsWith("\tat "))
                        .toList();
            }
        }

        /** How often the gateway met something that cannot happen. */
        double surprises() throws IOException, InterruptedException {
            return Metrics.of(gateway).sum("portar_surprises_total");
        }

        @Override
        public void close() throws IOException {
            gateway.close();
            simulator.close();
            try (Stream<Path> files = Files.walk(gateway.folder())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Place open() {
        try {
            Path folder = Files.createTempDirectory("portar-proof");
            Simulator simulator = Stage.quietPlatforms();
            simulator.enforceLimits(false);
            GatewayProcess gateway =
                    new GatewayProcess(Stage.fastSite(folder, simulator).withSecondAccounts());
            gateway.start(simulator);
            return new Place(simulator, gateway, new Signed(Stage.accounts()), new Updates(Stage.accounts()));
        } catch (IOException e) {
            throw new IllegalStateException("the proofs' gateway does not start", e);
        }
    }

    /** Odd messages leave answers that no platform takes, so whoever waits until all is sent gets another gateway. */
    private static boolean littered(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        return test == FuzzIT.class || test == ForgeryIT.class;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Place.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Place place = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Ground.class))
                .getOrComputeIfAbsent(littered(context), unused -> open(), Place.class);
        place.simulator().faults().clear();
        place.simulator().recorder().clear();
        return place;
    }
}
