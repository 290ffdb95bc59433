package md.portar.core.texts;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the operator told about himself, for the placeholders of texts. A fact that is not known is absent: the texts then say
 * where to look, never an example value.
 *
 * @param helplineConfirmedFree whether the operator confirmed that the help contact is free and confidential
 * @param confirmWithin how soon a person confirms a safety request, if the operator commits to it
 */
public record OperatorFacts(
        Map<Fact, String> values,
        boolean helplineConfirmedFree,
        @Nullable Duration confirmWithin) {
    /** Nothing is configured. */
    public static final OperatorFacts NONE = new OperatorFacts(Map.of(), false, null);

    /** A fact with its placeholder. */
    public enum Fact {
        OPERATOR("operator"),
        SITE("site"),
        EMAIL("email"),
        PHONE("phone"),
        PRIVACY_URL("privacyUrl"),
        SAFETY_URL("safetyUrl"),
        SAFETY_EMAIL("safetyEmail"),
        HELPLINE("helpline"),
        EMERGENCY("emergency"),
        CASE_EXAMPLE("example");

        private final String placeholder;

        Fact(String placeholder) {
            this.placeholder = placeholder;
        }

        public String placeholder() {
            return placeholder;
        }
    }

    public OperatorFacts {
        values = Map.copyOf(values);
    }

    public Optional<String> get(Fact fact) {
        return Optional.ofNullable(values.get(fact)).filter(value -> !value.isBlank());
    }

    public boolean knows(Fact fact) {
        return get(fact).isPresent();
    }

    /** How soon a person confirms a safety request. */
    public Optional<Duration> confirmation() {
        return Optional.ofNullable(confirmWithin);
    }

    /** The same facts and one more. */
    public OperatorFacts with(Fact fact, String value) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(values);
        more.put(fact, value);
        return new OperatorFacts(more, helplineConfirmedFree, confirmWithin);
    }
}
