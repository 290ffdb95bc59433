package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.Screening;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portar agents add}. */
@Command(
        name = "add",
        description = "Adds an agent and prints a link that signs in once.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar agents add ana --public-name Ana --role supervisor",
            "  portar agents add ion.r --public-name Ion --languages ro,ru --store jdbc:sqlite:portar.db"
        })
final class AgentsAddCommand implements Callable<Integer> {
    private static final int LONGEST_NAME = 40;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private AgentName name;

    @Option(
            names = "--public-name",
            paramLabel = "TEXT",
            description = "what players see; default: the sign-in name with a capital")
    private @Nullable String publicName;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "agent",
            description = "agent, supervisor or admin; default: ${DEFAULT-VALUE}")
    private AgentRole role = AgentRole.AGENT;

    @Option(
            names = "--languages",
            paramLabel = "LIST",
            split = ",",
            description = "languages the agent answers in; default: ro,ru,en")
    private Set<Language> languages = EnumSet.allOf(Language.class);

    @Option(
            names = "--interface-language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "language of the console's pages; default: ${DEFAULT-VALUE}")
    private Language interfaceLanguage = Language.EN;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private SignInLinks links;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        AgentId id = name.id();
        Screening shown = SecretGuard.standard().screen(UntrustedText.of(shownName(id)));
        if (shown.blocked()) {
            throw new CommandProblem("--public-name looks like a secret, which players must not see");
        }
        Clock clock = Clock.systemUTC();
        try (StoreOption.Opened opened = store.open(clock)) {
            if (opened.engine().agents().find(id).isPresent()) {
                throw new CommandProblem(
                        "there is an agent " + id.value() + " already; 'agents link' makes another sign-in link");
            }
            opened.engine().agents().save(new Agent(id, shown.text(), role, languages, interfaceLanguage, false));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Added " + id.value() + ", who is " + shown.text().value() + " to players.");
            links.print(id, opened, clock, out);
        }
        return 0;
    }

    private String shownName(AgentId id) {
        if (publicName == null) {
            return id.value().substring(0, 1).toUpperCase(Locale.ROOT)
                    + id.value().substring(1);
        }
        String shown = publicName.strip();
        if (shown.isEmpty() || shown.length() > LONGEST_NAME || shown.chars().anyMatch(Character::isISOControl)) {
            throw new ParameterException(
                    spec.commandLine(), "--public-name: expected 1 to " + LONGEST_NAME + " characters on one line");
        }
        if (shown.indexOf('\uFFFD') >= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--public-name: this terminal's locale cannot express it; try again with LC_ALL=C.UTF-8");
        }
        return shown;
    }
}
