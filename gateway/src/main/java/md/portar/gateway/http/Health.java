package md.portar.gateway.http;

import java.util.Map;

/** What the health endpoints tell. */
public interface Health {
    /** Parts by name, such as {@code store}; the value is {@code ok} or says in plain words what is wrong. Quick. */
    Map<String, String> parts();

    /** What an operator should look at though the gateway works, by name; empty when all is well. Quick. */
    default Map<String, String> notes() {
        return Map.of();
    }

    /** Things to look at. */
    @FunctionalInterface
    interface Notes {
        Map<String, String> all();
    }

    /** Puts both together. */
    static Health of(Health parts, Notes notes) {
        return new Health() {
            @Override
            public Map<String, String> parts() {
                return parts.parts();
            }

            @Override
            public Map<String, String> notes() {
                return notes.all();
            }
        };
    }
}
