package md.portar.gateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import md.portar.core.faq.InvalidPackException;
import md.portar.core.message.Language;
import md.portar.core.settings.SettingsReader;
import md.portar.gateway.Knowledge;
import md.portar.gateway.config.GatewaySettings;
import md.portar.gateway.demo.DemoContent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code portar chat}: the core in the terminal. */
@Command(
        name = "chat",
        description = {
            "Talks to the bot in the terminal: the real core on a database of its own that is deleted at the end.",
            "",
            "Each line is a message; a number taps the button of that number. Lines that begin with 'agent>' are the"
                    + " agent's: 'agent> Hello' takes the conversation over and answers, 'agent> /resolve' gives it back."
                    + " /quit ends. From a pipe or a file a transcript is written, with the player's messages as they were"
                    + " kept.",
            "Cases to ask for: C-10482 and C-10483 of account 123456, C-10501 of account 654321."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar chat --lang ro",
            "  portar chat --channel messenger < questions.txt > transcript.txt"
        })
final class ChatCommand implements Callable<Integer> {
    private static final String EXAMPLE = """
            public-url: https://bots.example.org
            operator: { name: Example, site: https://example.org, email: support@example.org }
            """;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "language of the player's messenger: ro, ru or en")
    private @Nullable Language language;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            defaultValue = "telegram",
            description = "which limits hold: telegram, whatsapp or messenger; default: ${DEFAULT-VALUE}")
    private ChatChannel.Kind channel = ChatChannel.Kind.TELEGRAM;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "take operator and FAQ pack from this configuration")
    private @Nullable Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        Knowledge knowledge = knowledge();
        Path folder = temporaryFolder();
        Thread cleaner = new Thread(() -> delete(folder), "chat-cleaner");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try (ChatSession session = ChatSession.open(knowledge, channel, language, folder.resolve("chat.db"))) {
            DemoContent.populate(session.engine(), Clock.systemUTC());
            talk(session);
        } finally {
            delete(folder);
            Runtime.getRuntime().removeShutdownHook(cleaner);
        }
        return 0;
    }

    private void talk(ChatSession session) throws CommandProblem {
        PrintWriter out = spec.commandLine().getOut();
        boolean terminal = Progress.isTerminal();
        ChatLines lines = new ChatLines(out);
        ChatAgent agent = new ChatAgent(session);
        ChatInput input = new ChatInput(
                PortarCommand.input(spec), terminal, out, spec.commandLine().getErr());
        for (Optional<String> typed = input.next(); typed.isPresent(); typed = input.next()) {
            String line = typed.get();
            Optional<String> byAgent = ChatInput.agentWords(line);
            if (byAgent.isPresent()) {
                Optional<String> problem =
                        byAgent.get().equals("/resolve") ? agent.resolve() : agent.say(byAgent.get());
                problem.ifPresent(words -> out.println("     (" + words + ")"));
                lines.show(session.answers());
                continue;
            }
            Optional<Choice> button = lines.button(line);
            if (button.isPresent()) {
                session.tap(button.get());
            } else {
                session.write(line);
            }
            List<OutboundAction> answers = session.answers();
            if (!terminal) {
                // As it was kept, so that a transcript holds no secret that the store does not hold.
                lines.line(
                        "you",
                        button.map(choice -> "[" + line + "] " + choice.label().value())
                                .or(() -> session.lastKept()
                                        .map(kept -> kept.text().value()))
                                .orElse("…"));
            }
            lines.show(answers);
        }
    }

    private Knowledge knowledge() throws CommandProblem {
        GatewaySettings settings = config == null
                ? GatewaySettings.read(SettingsReader.parse(EXAMPLE, Map.of()).root())
                : StoreOption.read(config);
        try {
            return Knowledge.load(settings.operator(), settings.pack());
        } catch (InvalidPackException e) {
            throw new CommandProblem("faq.pack: the pack has mistakes; 'portar faq check' lists them");
        } catch (UncheckedIOException e) {
            throw new CommandProblem("faq.pack: a part of the pack cannot be read");
        }
    }

    private static Path temporaryFolder() throws CommandProblem {
        try {
            return Files.createTempDirectory("portar-chat");
        } catch (IOException e) {
            throw new CommandProblem("no temporary folder can be made; is the disk full?");
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Left to whoever cleans the temporary folder; a person who quits can do nothing about it.
        }
    }
}
