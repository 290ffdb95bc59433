package md.portar.gateway.archfixture;

/** Breaks: bodies of HTTP calls are not logged. */
public final class SomethingThatLogsBodies {
    private final okhttp3.logging.HttpLoggingInterceptor interceptor = new okhttp3.logging.HttpLoggingInterceptor();

    public okhttp3.logging.HttpLoggingInterceptor interceptor() {
        return interceptor;
    }
}
