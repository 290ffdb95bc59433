package md.portar.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.casestatus.CaseLookup;
import md.portar.core.casestatus.Pacing;
import md.portar.core.conversation.Responder;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.OperatorTexts;
import md.portar.core.faq.ReloadingCatalogue;
import md.portar.core.guard.SecretGuard;
import md.portar.core.pipeline.Engine;
import md.portar.core.routing.FaqAnswers;
import md.portar.core.routing.PlayerResponder;
import md.portar.core.routing.PlayerSettings;
import md.portar.core.routing.ServiceHours;
import md.portar.core.texts.OperatorFacts;
import md.portar.core.texts.Texts;
import md.portar.gateway.config.OperatorSettings;

/** What the bot can say: message files and FAQ pack with the operator's own facts in them. */
public final class Knowledge {
    private static final Duration SAME_TIME = Duration.ofMillis(400);
    private static final Duration JITTER = Duration.ofMillis(100);

    private final Texts texts;
    private final Supplier<FaqCatalogue> catalogue;
    private final Optional<ReloadingCatalogue> edited;
    private final OperatorSettings operator;

    private Knowledge(
            Texts texts,
            Supplier<FaqCatalogue> catalogue,
            Optional<ReloadingCatalogue> edited,
            OperatorSettings operator) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.edited = edited;
        this.operator = operator;
    }

    /** Reads the texts; {@code pack} is the operator's own FAQ pack, if he has one. */
    public static Knowledge load(OperatorSettings operator, Optional<Path> pack) {
        return load(operator, pack, ServiceHours.ALWAYS.zone());
    }

    /** Reads the texts; times are told in the given zone. */
    public static Knowledge load(OperatorSettings operator, Optional<Path> pack, ZoneId zone) {
        return load(operator, pack, texts(operator, zone));
    }

    /** The message files alone, which are quick to read. */
    static Texts texts(OperatorSettings operator, ZoneId zone) {
        return new Texts(facts(operator), zone);
    }

    static Knowledge load(OperatorSettings operator, Optional<Path> pack, Texts texts) {
        OperatorTexts placeholders = OperatorTexts.of(operator.texts());
        Optional<ReloadingCatalogue> edited = pack.map(folder -> new ReloadingCatalogue(folder, placeholders));
        if (edited.isPresent()) {
            return new Knowledge(texts, edited.get()::current, edited, operator);
        }
        FaqCatalogue builtIn = FaqCatalogue.builtIn(placeholders);
        return new Knowledge(texts, () -> builtIn, edited, operator);
    }

    private static OperatorFacts facts(OperatorSettings operator) {
        Map<OperatorFacts.Fact, String> facts = new EnumMap<>(OperatorFacts.Fact.class);
        for (OperatorFacts.Fact fact : OperatorFacts.Fact.values()) {
            Optional.ofNullable(operator.texts().get(fact.placeholder())).ifPresent(value -> facts.put(fact, value));
        }
        facts.put(
                OperatorFacts.Fact.CASE_EXAMPLE,
                operator.texts()
                        .getOrDefault("caseExample", PlayerSettings.standard().caseExample()));
        return new OperatorFacts(
                facts, operator.helplineIsFree(), operator.safetyWithin().orElse(null));
    }

    public Texts texts() {
        return texts;
    }

    /** The answers in force now. */
    public FaqCatalogue catalogue() {
        return catalogue.get();
    }

    /** The operator's own pack, which may be edited while the gateway runs; empty for the one built in. */
    Optional<ReloadingCatalogue> edited() {
        return edited;
    }

    /** The bot's side of conversations, on the engine's cases and queue. */
    public Responder responder(Engine engine, SecretGuard guard, RandomGenerator random) {
        return responder(
                engine,
                guard,
                random,
                new Service(engine.cases(), ServiceHours.ALWAYS, Optional.empty(), PlayerSettings.Limits.standard()));
    }

    /**
     * What the bot may count on besides its own words.
     *
     * @param links reads signed links to cases, if any are issued
     * @param limits how much is answered at once, and what counts as a long wait
     */
    public record Service(
            CaseDirectory cases, ServiceHours hours, Optional<CaseLink> links, PlayerSettings.Limits limits) {}

    /** The bot's side of conversations on the engine's queue, with cases from anywhere. */
    public Responder responder(Engine engine, SecretGuard guard, RandomGenerator random, Service service) {
        PlayerSettings standard = PlayerSettings.standard();
        CaseLookup cases =
                new CaseLookup(service.cases(), engine.lookupAttempts(), Pacing.atLeast(SAME_TIME, JITTER, random));
        return new PlayerResponder(
                texts,
                new FaqAnswers(catalogue),
                cases,
                engine.queueOutlook(),
                guard,
                new PlayerSettings(
                        operator.defaultLanguage(),
                        operator.texts().getOrDefault("caseExample", standard.caseExample()),
                        service.limits(),
                        standard.caseBinding(),
                        standard.startLinks(),
                        service.hours(),
                        service.links().orElse(null)));
    }
}
