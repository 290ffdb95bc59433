package md.portar.bench.micro;

import java.util.List;
import java.util.Map;
import md.portar.bench.load.Questions;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.FaqMatch;
import md.portar.core.faq.OperatorTexts;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Finding the topic of one message in the built-in pack. */
public class MatcherBenchmark {
    /** Ordinary messages in turn. */
    @State(Scope.Benchmark)
    public static class Ordinary {
        private final FaqCatalogue catalogue = FaqCatalogue.builtIn(OperatorTexts.of(Map.of()));
        private final List<ScreenedText> messages =
                Questions.all().stream().map(SecretGuard.standard()::rescreen).toList();
        private int next;

        ScreenedText next() {
            next = (next + 1) % messages.size();
            return messages.get(next);
        }
    }

    @Benchmark
    public FaqMatch match(Ordinary state) {
        return state.catalogue.matcher().match(state.next());
    }
}
