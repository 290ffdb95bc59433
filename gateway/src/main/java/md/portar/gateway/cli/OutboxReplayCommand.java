package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.Undelivered.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code portar outbox replay}. */
@Command(
        name = "replay",
        description = "Sends messages again that were given up, each at the end of its conversation's line.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The running gateway sends them; it looks at the reply window once more.",
            "",
            "Examples:",
            "  portar outbox replay 4711 4712 --config portar.yaml",
            "  portar outbox replay --all --cause platform_down"
        })
final class OutboxReplayCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private UndeliveredSelection selection;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        PrintWriter out = spec.commandLine().getOut();
        Map<Replay, Integer> results = new EnumMap<>(Replay.class);
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            Undelivered undelivered = opened.engine().undelivered();
            for (long number : selection.numbers(undelivered)) {
                Replay result = undelivered.replay(number, null);
                results.merge(result, 1, Integer::sum);
                if (result != Replay.DONE) {
                    out.println(number + ": " + reason(result));
                }
            }
        }
        int done = results.getOrDefault(Replay.DONE, 0);
        int all = results.values().stream().mapToInt(Integer::intValue).sum();
        out.println(done + " of " + all + " are on their way.");
        return done == all ? 0 : 1;
    }

    private static String reason(Replay result) {
        return switch (result) {
            case DONE -> "on its way";
            case GONE -> "there is no such undelivered message";
            case WINDOW_CLOSED -> "the reply window is closed; the player has to write first";
            case OUT_OF_REACH -> "the player has blocked the bot and has not written since";
            case AGENT_HAS_IT -> "an agent has the conversation; the bot's words would come too late";
        };
    }
}
