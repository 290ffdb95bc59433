package md.portar.bench.micro;

import java.util.Map;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.OperatorTexts;
import org.openjdk.jmh.annotations.Benchmark;

/** Reading and training the built-in pack in a process that has done nothing yet. */
public class MatcherLoadBenchmark {
    @Benchmark
    public FaqCatalogue load() {
        return FaqCatalogue.builtIn(OperatorTexts.of(Map.of()));
    }
}
