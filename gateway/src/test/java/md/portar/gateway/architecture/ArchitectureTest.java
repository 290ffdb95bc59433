package md.portar.gateway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import md.portar.core.archfixture.CoreThatCallsVertx;
import md.portar.core.archfixture.CoreThatLooksAtTheClock;
import md.portar.core.archfixture.CoreThatSpeaksSql;
import md.portar.core.archfixture.CoreThatWritesCatalogueText;
import md.portar.core.archfixture.cycle.CycleStart;
import md.portar.core.archfixture2.CycleEnd;
import md.portar.core.guard.archfixture.GuardThatKnowsAChannel;
import md.portar.core.message.archfixture.RecordWithBareWords;
import md.portar.gateway.archfixture.GatewayThatKnowsTelegram;
import md.portar.gateway.archfixture.MessageManager;
import md.portar.gateway.archfixture.SomethingThatLogsBodies;
import md.portar.gateway.archfixture.SomethingThatUsesTheTwilioSingleton;
import md.portar.messenger.archfixture.MessengerThatKnowsWhatsApp;
import md.portar.telegram.archfixture.TelegramThatKnowsMessenger;
import md.portar.telegram.archfixture.TelegramThatKnowsTheStore;
import md.portar.whatsapp.archfixture.WhatsAppThatKnowsTelegram;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    /** Each rule with classes that break it. A rule without an entry fails {@link #everyRuleHasAFixture}. */
    private static final Map<String, List<Class<?>>> BREAKERS = new TreeMap<>(Map.ofEntries(
            Map.entry("CORE_KNOWS_NO_PLATFORM_OR_SERVER", List.<Class<?>>of(CoreThatCallsVertx.class)),
            Map.entry("JDBC_STAYS_IN_THE_JDBC_STORE", List.<Class<?>>of(CoreThatSpeaksSql.class)),
            Map.entry("ADAPTERS_KNOW_NEITHER_STORE_NOR_PIPELINE", List.<Class<?>>of(TelegramThatKnowsTheStore.class)),
            Map.entry("TELEGRAM_STAYS_ALONE", List.<Class<?>>of(TelegramThatKnowsMessenger.class)),
            Map.entry("WHATSAPP_STAYS_ALONE", List.<Class<?>>of(WhatsAppThatKnowsTelegram.class)),
            Map.entry("MESSENGER_STAYS_ALONE", List.<Class<?>>of(MessengerThatKnowsWhatsApp.class)),
            Map.entry("THE_SERVER_STAYS_AT_THE_HTTP_EDGE", List.<Class<?>>of(CoreThatCallsVertx.class)),
            Map.entry("GATEWAY_USES_NO_PLATFORM_SDK", List.<Class<?>>of(GatewayThatKnowsTelegram.class)),
            Map.entry("NO_BODY_LOGGING_OF_HTTP_CALLS", List.<Class<?>>of(SomethingThatLogsBodies.class)),
            Map.entry("CORE_PACKAGES_FORM_NO_CYCLE", List.<Class<?>>of(CycleStart.class, CycleEnd.class)),
            Map.entry("GUARD_DEPENDS_ON_NOTHING_OF_OURS", List.<Class<?>>of(GuardThatKnowsAChannel.class)),
            Map.entry("RECORDS_OF_CUSTOMERS_HOLD_NO_BARE_STRINGS", List.<Class<?>>of(RecordWithBareWords.class)),
            Map.entry("TIME_COMES_FROM_OUTSIDE", List.<Class<?>>of(CoreThatLooksAtTheClock.class)),
            Map.entry("ONLY_CATALOGUES_MAKE_CATALOGUE_TEXT", List.<Class<?>>of(CoreThatWritesCatalogueText.class)),
            Map.entry("NAMES_SAY_WHAT_A_CLASS_IS", List.<Class<?>>of(MessageManager.class)),
            Map.entry(
                    "SINGLETONS_OF_THE_TWILIO_SDK_ARE_NOT_USED",
                    List.<Class<?>>of(SomethingThatUsesTheTwilioSingleton.class))));

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("md.portar");

    @TestFactory
    Stream<DynamicTest> productionCodeKeeps() throws IllegalAccessException {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(PRODUCTION)));
    }

    @TestFactory
    Stream<DynamicTest> aClassThatBreaksItIsNoticedBy() throws IllegalAccessException {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    Class<?>[] breakers =
                            BREAKERS.getOrDefault(rule.getKey(), List.of()).toArray(Class<?>[]::new);
                    JavaClasses fixture = new ClassFileImporter().importClasses(breakers);
                    assertThat(rule.getValue().evaluate(fixture).hasViolation()).isTrue();
                }));
    }

    @Test
    void everyRuleHasAFixture() throws IllegalAccessException {
        assertThat(BREAKERS.keySet()).isEqualTo(new TreeSet<>(rules().keySet()));
    }

    @Test
    void allModulesAreSeen() {
        List<String> packages = new ArrayList<>();
        PRODUCTION.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages)
                .contains("md.portar.core.guard", "md.portar.gateway.http")
                .anyMatch(name -> name.startsWith("md.portar.telegram"))
                .anyMatch(name -> name.startsWith("md.portar.whatsapp"))
                .anyMatch(name -> name.startsWith("md.portar.messenger"));
    }

    @Test
    void everyPackageIsNullMarked() {
        TreeSet<String> unmarked = new TreeSet<>();
        for (JavaClass type : PRODUCTION) {
            unmarked.add(type.getPackageName());
        }
        PRODUCTION.forEach(type -> {
            if (type.getSimpleName().equals("package-info")
                    && type.isAnnotatedWith(org.jspecify.annotations.NullMarked.class)) {
                unmarked.remove(type.getPackageName());
            }
        });
        unmarked.removeIf(name -> name.startsWith("gg.jte") || name.contains(".jte"));
        assertThat(unmarked).isEmpty();
    }

    @Test
    void theGuardsPackageComesFromBotCoreOnly() {
        assertThat(PRODUCTION.stream()
                        .filter(type -> type.getPackageName().equals("md.portar.core.guard"))
                        .map(type -> type.getSource().orElseThrow().getUri().toString())
                        .filter(uri -> !uri.contains("bot-core")))
                .isEmpty();
    }

    private static Map<String, ArchRule> rules() throws IllegalAccessException {
        Map<String, ArchRule> rules = new TreeMap<>();
        for (Field field : Arrays.asList(Rules.class.getDeclaredFields())) {
            if (ArchRule.class.isAssignableFrom(field.getType())) {
                rules.put(field.getName(), (ArchRule) field.get(null));
            }
        }
        return rules;
    }
}
