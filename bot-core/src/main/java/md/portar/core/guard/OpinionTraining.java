package md.portar.core.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A step of the build: trains the guard's second opinion on labelled messages and on the questions of the FAQ pack, which give
 * away nothing, and puts the model beside the classes. Same sources, same bytes. Does nothing when the model is there already.
 */
public final class OpinionTraining {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String PACK = "md/portar/faq-pack";
    private static final List<String> SOURCES = List.of("md/portar/core/guard", "md/portar/guard", PACK);
    private static final Set<String> QUESTIONS = Set.of("phrasings", "near", "far");

    private final SecretGuard guard = SecretGuard.with(Rules.standard(), SecondOpinion.silent());
    private final List<OpinionExample> examples = new ArrayList<>();

    private OpinionTraining() {}

    /** @param args the folder of the compiled classes and resources, then folders of labelled messages */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        List<Path> labelled = Stream.of(args).skip(1).map(Path::of).toList();
        Path target = classes.resolve(OpinionModel.RESOURCE.substring(1));
        byte[] digest = digest(classes, labelled, target);
        if (!isCurrent(target, digest)) {
            Files.write(target, train(classes, labelled, digest).written());
        }
    }

    private static boolean isCurrent(Path target, byte[] digest) throws IOException {
        if (!Files.isRegularFile(target)) {
            return false;
        }
        try {
            return OpinionModel.read(Files.readAllBytes(target)).isBuiltFrom(digest);
        } catch (IllegalStateException e) {
            return false; // of an older format
        }
    }

    private static OpinionModel train(Path classes, List<Path> labelled, byte[] digest) throws IOException {
        OpinionTraining training = new OpinionTraining();
        for (Path folder : labelled) {
            for (Path file : files(folder)) {
                training.labelled(file);
            }
        }
        for (Path file : files(classes.resolve(PACK))) {
            training.questions(YAML.readTree(Files.readAllBytes(file)));
        }
        return OpinionLearner.learn(training.examples, digest);
    }

    private void labelled(Path file) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.startsWith("{")) {
                conversation(JSON.readTree(line));
            }
        }
    }

    /** One message, or several in a conversation. */
    private void conversation(JsonNode line) {
        ConversationContext context = ConversationContext.empty();
        Iterable<JsonNode> messages = line.has("messages") ? line.get("messages") : List.of(line);
        for (JsonNode message : messages) {
            UntrustedText text = UntrustedText.of(message.get("text").asText());
            if (message.path("from").asText("user").equals("user")) {
                context = learn(text, context, message);
            } else {
                SafeText said = guard.reviewOutgoing(text).screening().text();
                context = context.afterOutgoing(said, Expectation.NONE, Instant.EPOCH);
            }
        }
    }

    private ConversationContext learn(UntrustedText text, ConversationContext before, JsonNode message) {
        Screening screening = guard.screen(text, before, new TurnId("turn"), Instant.EPOCH);
        Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
        message.path("kinds")
                .forEach(kind -> kinds.add(SecretKind.valueOf(kind.asText().toUpperCase(Locale.ROOT))));
        boolean secret = message.get("label").asText().equals("BLOCK");
        Analysis analysis = Rules.standard().tokenise(Normaliser.fold(text.reveal()));
        examples.add(OpinionExample.of(analysis, before, secret, kinds, screening.findings()));
        return screening.after();
    }

    /** What people ask, anywhere in a file of the pack. */
    private void questions(JsonNode node) {
        node.properties().forEach(field -> {
            if (QUESTIONS.contains(field.getKey())) {
                field.getValue().forEach(question -> innocent(question.asText()));
            } else {
                questions(field.getValue());
            }
        });
    }

    private void innocent(String text) {
        Analysis analysis = Rules.standard().tokenise(Normaliser.fold(text));
        examples.add(OpinionExample.of(analysis, ConversationContext.empty(), false, Set.of(), List.of()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] digest(Path classes, List<Path> labelled, Path target) throws IOException {
        MessageDigest digest = sha256();
        List<Path> folders = new ArrayList<>(labelled);
        SOURCES.forEach(source -> folders.add(classes.resolve(source)));
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                if (!file.equals(target)) {
                    digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // cannot happen: every JDK has it
        }
    }
}
