package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.gateway.config.GatewaySettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portar cases link}: a link that shows a case without its number and account being typed. */
@Command(
        name = "link",
        description = {
            "Prints signed links to a case, for an e-mail to its owner.",
            "",
            "Whoever has a link can read the case's status until it expires. The signing secret is cases.link-secret."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  portar cases link C-10482 123456 --config portar.yaml"})
final class CasesLinkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NUMBER", description = "the case, such as C-10482")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String number;

    @Parameters(paramLabel = "ACCOUNT", description = "the account id it belongs to")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String account;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "portar.yaml",
            description = "configuration with cases.link-secret; default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        CaseNumber caseNumber = number();
        AccountId owner = account();
        GatewaySettings settings = StoreOption.read(config);
        Optional<CaseLink> links = settings.cases().links();
        if (links.isEmpty()) {
            throw new CommandProblem(config + ": cases.link-secret is not set, so no links can be signed");
        }
        String parameter = links.get()
                .parameter(
                        caseNumber,
                        owner,
                        Clock.systemUTC().instant().plus(settings.cases().linkValid()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Telegram:  https://t.me/" + name(settings, "telegram", "YOUR_BOT") + "?start=" + parameter);
        out.println("Messenger: https://m.me/" + name(settings, "messenger", "YOUR_PAGE") + "?ref=" + parameter);
        out.println("WhatsApp:  https://wa.me/" + digits(settings) + "?text=start%20" + parameter);
        return 0;
    }

    /** The name in an operator's setting such as {@code @bot} or {@code https://t.me/bot}. */
    private static String name(GatewaySettings settings, String key, String otherwise) {
        String written = settings.operator().texts().getOrDefault(key, "");
        String name = written.substring(written.lastIndexOf('/') + 1).replace("@", "");
        return name.matches("[A-Za-z0-9._]{3,64}") ? name : otherwise;
    }

    private static String digits(GatewaySettings settings) {
        String digits = settings.operator().texts().getOrDefault("whatsapp", "").replaceAll("\\D", "");
        return digits.length() < 6 ? "YOUR_NUMBER" : digits;
    }

    private CaseNumber number() {
        try {
            return new CaseNumber(number.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "NUMBER: expected a case number such as C-10482");
        }
    }

    private AccountId account() {
        try {
            return new AccountId(account.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "ACCOUNT: expected an account id such as 123456");
        }
    }
}
