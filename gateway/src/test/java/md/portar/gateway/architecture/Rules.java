package md.portar.gateway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.regex.Pattern;
import md.portar.core.guard.CatalogueText;

/** The rules about who may use what. */
final class Rules {
    static final ArchRule CORE_KNOWS_NO_PLATFORM_OR_SERVER = noClasses()
            .that()
            .resideInAPackage("md.portar.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.telegram..",
                    "com.twilio..",
                    "okhttp3..",
                    "io.vertx..",
                    "io.netty..",
                    "io.micrometer..",
                    "picocli..",
                    "md.portar.telegram..",
                    "md.portar.whatsapp..",
                    "md.portar.messenger..",
                    "md.portar.gateway..");

    static final ArchRule JDBC_STAYS_IN_THE_JDBC_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("md.portar.core.store.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..");

    static final ArchRule ADAPTERS_KNOW_NEITHER_STORE_NOR_PIPELINE = noClasses()
            .that()
            .resideInAnyPackage("md.portar.telegram..", "md.portar.whatsapp..", "md.portar.messenger..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "md.portar.core.store..",
                    "md.portar.core.pipeline..",
                    "md.portar.core.routing..",
                    "md.portar.core.handoff..",
                    "md.portar.gateway..",
                    "io.vertx..");

    static final ArchRule TELEGRAM_STAYS_ALONE = alone("telegram", "whatsapp", "messenger");
    static final ArchRule WHATSAPP_STAYS_ALONE = alone("whatsapp", "telegram", "messenger");
    static final ArchRule MESSENGER_STAYS_ALONE = alone("messenger", "telegram", "whatsapp");

    static final ArchRule THE_SERVER_STAYS_AT_THE_HTTP_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "md.portar.gateway.http..",
                    "md.portar.gateway.console..",
                    "md.portar.gateway.simulator..",
                    "md.portar.gateway")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..");

    static final ArchRule GATEWAY_USES_NO_PLATFORM_SDK = noClasses()
            .that()
            .resideInAPackage("md.portar.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.telegram..", "com.twilio..");

    static final ArchRule NO_BODY_LOGGING_OF_HTTP_CALLS =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("okhttp3.logging.HttpLoggingInterceptor");

    static final ArchRule CORE_PACKAGES_FORM_NO_CYCLE =
            slices().matching("md.portar.core.(*)..").should().beFreeOfCycles();

    static final ArchRule GUARD_DEPENDS_ON_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage("md.portar.core.guard..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("md.portar..")
                    .and(JavaClass.Predicates.resideOutsideOfPackage("md.portar.core.guard..")));

    static final ArchRule RECORDS_OF_CUSTOMERS_HOLD_NO_BARE_STRINGS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("md.portar.core.message..", "md.portar.core.store", "md.portar.core.handoff..")
            .and()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .areDeclaredInClassesThat(new WithoutGrammar())
            .should()
            .haveRawType(String.class);

    static final ArchRule TIME_COMES_FROM_OUTSIDE = noClasses()
            .that()
            .resideInAnyPackage(
                    "md.portar.core..", "md.portar.telegram..", "md.portar.whatsapp..", "md.portar.messenger..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /**
     * Rendering cuts catalogue text into pieces, Summary has signs for what is not words, TemplateSettings reads what the operator
     * had approved; none holds a person's words.
     */
    static final ArchRule ONLY_CATALOGUES_MAKE_CATALOGUE_TEXT = noClasses()
            .that()
            .haveNameNotMatching(
                    "md[.]portar[.]core[.](pipeline[.]Rendering|store[.]Summary|channel[.]TemplateSettings)([$].*)?")
            .and()
            .resideOutsideOfPackages(
                    "md.portar.core.guard..",
                    "md.portar.core.texts..",
                    "md.portar.core.faq..",
                    "md.portar.core.store.jdbc..")
            .should()
            .callMethod(CatalogueText.class, "of", String.class);

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = classes()
            .that()
            .resideInAPackage("md.portar..")
            .and()
            .areTopLevelClasses()
            .should(new NotBeNamed(
                    Pattern.compile(".*(Manager|Helper|Utils?|Processor|Data|Info|Impl)|(Base|Abstract)[A-Z].*")));

    static final ArchRule SINGLETONS_OF_THE_TWILIO_SDK_ARE_NOT_USED =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("com.twilio.Twilio");

    private Rules() {}

    private static ArchRule alone(String one, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "md.portar." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("md.portar." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
