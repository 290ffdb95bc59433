package md.portar.core.faq;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of the build: trains the pack inside the product and puts the result beside the classes. Same sources, same bytes.
 * Does nothing when the result is there already.
 */
public final class PackTraining {
    private PackTraining() {}

    /**
     * @param args the folder of the compiled classes and resources
     * @throws InvalidPackException when the pack has a mistake
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Path target = classes.resolve(TrainedPack.RESOURCE.substring(1));
        byte[] buildDigest = digest(classes, target);
        boolean current = Files.isRegularFile(target)
                && TrainedPack.read(Files.readAllBytes(target))
                        .filter(trained -> Arrays.equals(trained.buildDigest(), buildDigest))
                        .isPresent();
        if (!current) {
            Files.write(
                    target,
                    train(classes.resolve("md/portar/faq-pack"), buildDigest).written());
        }
    }

    private static TrainedPack train(Path folder, byte[] buildDigest) {
        PackProblems problems = new PackProblems();
        DigestedFiles files = new DigestedFiles(PackFiles.folder(folder));
        PackSource source = new PackReader(files, problems).read();
        byte[] packDigest = files.digest();
        PackCheck.check(source, problems);
        if (!problems.isEmpty()) {
            throw new InvalidPackException(problems);
        }
        ModelWriter model = new ModelWriter();
        FaqMatcher.of(source).write(model);
        return new TrainedPack(packDigest, buildDigest, model.written());
    }

    private static byte[] digest(Path classes, Path target) throws IOException {
        MessageDigest digest = DigestedFiles.sha256();
        for (String folder : List.of("md/portar/core/faq", "md/portar/faq", "md/portar/faq-pack")) {
            try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    if (!file.equals(target)) {
                        digest.update(classes.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
        }
        return digest.digest();
    }
}
