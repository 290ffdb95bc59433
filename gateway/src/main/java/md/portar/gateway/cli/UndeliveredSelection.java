package md.portar.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.handoff.Undelivered;
import md.portar.core.handoff.UndeliveredMessage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The messages a command works on: those named, or all that fit. */
final class UndeliveredSelection {
    private static final int PAGE = 200;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Which which;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private UndeliveredFilter filter;

    /** One of the two. */
    static final class Which {
        @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "numbers that 'portar outbox list' shows")
        private @Nullable List<Long> numbers;

        @Option(names = "--all", description = "all that the other options select")
        private boolean all;
    }

    /** Numbers, oldest first, so that what is sent again is sent in its old order. */
    List<Long> numbers(Undelivered undelivered) throws CommandProblem {
        List<Long> named = which.numbers;
        if (!which.all) {
            return named == null ? List.of() : named;
        }
        List<Long> numbers = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        while (true) {
            List<UndeliveredMessage> page = undelivered.list(filter.filter(), before, PAGE);
            page.forEach(message -> numbers.add(0, message.number()));
            if (page.size() < PAGE) {
                return numbers;
            }
            before = Optional.of(page.get(PAGE - 1).number());
        }
    }
}
