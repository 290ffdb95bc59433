package md.portar.bench.micro;

import java.util.List;
import md.portar.bench.load.Questions;
import md.portar.core.guard.Screening;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Screening one message alone. */
public class GuardBenchmark {
    private static final int LONGEST = 4_096;

    /** Ordinary messages in turn. */
    @State(Scope.Thread)
    public static class Ordinary {
        private final SecretGuard guard = SecretGuard.standard();
        private final List<UntrustedText> messages =
                Questions.all().stream().map(UntrustedText::of).toList();
        private int next;

        UntrustedText next() {
            next = (next + 1) % messages.size();
            return messages.get(next);
        }
    }

    /** Texts that make a careless detector slow. */
    @State(Scope.Thread)
    public static class Worst {
        @Param({
            "4",
            "4 ",
            "pin ",
            "doisprezece ",
            "a.",
            "p4r0la ",
            "сто двадцать три ",
            "-",
            "4111111111111112 ",
            "\u200b1"
        })
        @SuppressWarnings("NullAway.Init") // set by JMH before setUp
        String shape;

        private final SecretGuard guard = SecretGuard.standard();

        @SuppressWarnings("NullAway.Init") // set in setUp
        private UntrustedText text;

        /** Fills the longest text with the shape. */
        @Setup(Level.Trial)
        public void setUp() {
            text = UntrustedText.of(shape.repeat(LONGEST / shape.length() + 1).substring(0, LONGEST));
        }
    }

    @Benchmark
    public Screening ordinary(Ordinary state) {
        return state.guard.screen(state.next());
    }

    @Benchmark
    public Screening worst(Worst state) {
        return state.guard.screen(state.text);
    }
}
