package md.portar.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portar init}: the first configuration. */
@Command(
        name = "init",
        description = "Writes a commented portar.yaml and a .env.example for its secrets into a folder.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  portar init", "  portar init /etc/portar"})
final class InitCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "the folder, made if needed; default: this one")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String folder;

    @Option(names = "--force", description = "write over files that are there")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        Path target = InputFile.path(folder);
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(target.resolve("portar.yaml"), template("portar.yaml"));
        files.put(target.resolve(".env.example"), template("env.example"));
        refuseToOverwrite(files);
        PrintWriter out = spec.commandLine().getOut();
        try {
            Files.createDirectories(target);
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
                out.println("Wrote " + file.getKey().normalize());
            }
        } catch (IOException e) {
            throw new CommandProblem(folder + ": cannot be written to");
        }
        out.println("Next: fill in both, then 'portar serve --config "
                + target.resolve("portar.yaml").normalize() + "'.");
        return 0;
    }

    private void refuseToOverwrite(Map<Path, String> files) throws CommandProblem {
        List<String> there = new ArrayList<>();
        for (Path file : files.keySet()) {
            if (Files.exists(file) && !force) {
                there.add(file.normalize() + ": is there already; --force writes over it");
            }
        }
        if (!there.isEmpty()) {
            throw new CommandProblem(there);
        }
    }

    static String template(String name) {
        try (InputStream in = InitCommand.class.getResourceAsStream("/md/portar/gateway/init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
