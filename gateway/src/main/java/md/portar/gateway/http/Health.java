package md.portar.gateway.http;

import java.util.Map;

/** What the health endpoints tell. */
public interface Health {
    /** Parts by name, such as {@code store}; the value is {@code ok} or says in plain words what is wrong. Quick. */
    Map<String, String> parts();
}
