package md.portar.bench.micro;

import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import md.portar.bench.report.Figures;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks and turns their results into figures. */
public final class MicroBenchmarks {
    private MicroBenchmarks() {}

    /** Messages a second, percentiles, worst cases and allocation of the guard, on one core. */
    public static void guard(Figures figures, int forks, Path out) {
        for (RunResult result : run(GuardBenchmark.class, "ordinary", Mode.Throughput, forks, out)) {
            Result<?> primary = result.getPrimaryResult();
            spread(figures, "guard: ordinary messages on one core", "per s", primary);
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            if (allocated != null) {
                spread(figures, "guard: allocated a message", "B", allocated);
            }
        }
        percentiles(
                figures, "guard: ordinary message", run(GuardBenchmark.class, "ordinary", Mode.SampleTime, forks, out));
        for (RunResult result : run(GuardBenchmark.class, "worst", Mode.SampleTime, forks, out)) {
            String shape = result.getParams().getParam("shape");
            figures.add("guard: 4096 characters, " + shape + " p99", "µs", percentile(result, 99));
        }
    }

    /** Percentiles and loading time of the FAQ matcher. */
    public static void matcher(Figures figures, int forks, Path out) {
        percentiles(figures, "matcher: message", run(MatcherBenchmark.class, "match", Mode.SampleTime, forks, out));
        for (RunResult result : run(MatcherLoadBenchmark.class, "load", Mode.SingleShotTime, forks, out)) {
            spread(figures, "matcher: loading the built-in pack, cold", "µs", result.getPrimaryResult());
        }
    }

    private static void percentiles(Figures figures, String name, Collection<RunResult> results) {
        for (RunResult result : results) {
            figures.add(name + " p50", "µs", percentile(result, 50));
            figures.add(name + " p99", "µs", percentile(result, 99));
        }
    }

    private static double percentile(RunResult result, double rank) {
        return result.getPrimaryResult().getStatistics().getPercentile(rank);
    }

    private static void spread(Figures figures, String name, String unit, Result<?> result) {
        figures.add(name, unit, result.getStatistics().getMin());
        figures.add(name, unit, result.getStatistics().getPercentile(50));
        figures.add(name, unit, result.getStatistics().getMax());
    }

    private static Collection<RunResult> run(Class<?> type, String method, Mode mode, int forks, Path out) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(type.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(mode)
                .timeUnit(mode == Mode.Throughput ? TimeUnit.SECONDS : TimeUnit.MICROSECONDS)
                .forks(forks)
                .warmupIterations(mode == Mode.SingleShotTime ? 0 : 3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(mode == Mode.SingleShotTime ? 1 : 3)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgs("-XX:+UseSerialGC", "-Xmx256m")
                .addProfiler(GCProfiler.class)
                .output(out.resolve("jmh-" + type.getSimpleName() + "-" + mode.shortLabel() + ".txt")
                        .toString());
        try {
            return new Runner(options.build()).run();
        } catch (RunnerException e) {
            throw new IllegalStateException("a benchmark could not be run", e);
        }
    }
}
