package md.portar.core.archfixture;

import io.vertx.core.Vertx;

/** Breaks: the core knows no server. */
public final class CoreThatCallsVertx {
    private CoreThatCallsVertx() {}

    public static Vertx vertx() {
        return Vertx.vertx();
    }
}
