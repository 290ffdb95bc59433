package md.portar.core.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The matcher that the build made and put beside the classes. */
class TrainedPackTest {
    private static final byte[] NOT_THE_DIGEST = new byte[32];

    @Test
    void theProductCarriesAMatcherForThePackInside() {
        PackSource pack = new PackReader(PackFiles.builtIn(), new PackProblems()).read();
        assertThat(matcherOf(PackFiles.builtIn())).isPresent();
        assertThat(TrainedPack.matcher(pack, NOT_THE_DIGEST)).isEmpty();
    }

    @Test
    void itAnswersLikeOneTrainedHereAndNow() throws IOException {
        PackSource pack = new PackReader(PackFiles.builtIn(), new PackProblems()).read();
        FaqMatcher trained = FaqMatcher.of(pack);
        List<String> different = new ArrayList<>();
        for (HeldOutMessages message : HeldOutMessages.all()) {
            String text = message.text();
            LabelMatch here = trained.labels().match(text, trained.languages().guess(text));
            if (!here.equals(BuiltInPack.match(text))) {
                different.add(message.language() + " " + message.topics());
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void anEditedPackIsNotAnsweredFromIt() {
        EditedPack pack = new EditedPack();
        assertThat(matcherOf(pack)).isPresent();
        pack.replace("topics/login-problem.yaml", "- nu pot intra in cont\n", "- nu mai pot intra in cont\n");
        assertThat(matcherOf(pack)).isEmpty();
    }

    private static Optional<FaqMatcher> matcherOf(PackFiles pack) {
        DigestedFiles files = new DigestedFiles(pack);
        PackSource source = new PackReader(files, new PackProblems()).read();
        return TrainedPack.matcher(source, files.digest());
    }

    @Test
    void trainingTwiceGivesTheSameBytes() throws IOException {
        List<Example> examples = HeldOutMessages.all().stream()
                .map(said -> new Example(said.text(), said.topics().iterator().next(), said.language()))
                .toList();
        assertThat(written(examples)).isEqualTo(written(examples));
    }

    @Test
    void whatIsNotATrainedPackIsNotRead() {
        byte[] whole = new TrainedPack(new byte[32], new byte[32], new byte[] {1, 2, 3}).written();
        assertThat(TrainedPack.read(whole)).isPresent();
        assertThat(TrainedPack.read(new byte[0])).isEmpty();
        assertThat(TrainedPack.read("trained pack".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(TrainedPack.read(Arrays.copyOf(whole, whole.length - 1))).isEmpty();
    }

    @Test
    void theBuildStepLeavesACurrentFileAlone() throws IOException {
        Path classes = Path.of("target", "classes");
        Path file = classes.resolve(TrainedPack.RESOURCE.substring(1));
        byte[] before = Files.readAllBytes(file);
        PackTraining.main(new String[] {classes.toString()});
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static byte[] written(List<Example> examples) {
        ModelWriter out = new ModelWriter();
        Ranker.train(examples, Vocabulary.empty()).write(out);
        return out.written();
    }
}
