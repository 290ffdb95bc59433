package md.portar.gateway.console.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A browser for tests, and what its pages complained about. */
public final class Browsing implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browsing(Path executable) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** Opens the installed browser; skips the test when there is none, unless {@code -Dui.required=true}. */
    public static Browsing open() {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            String hint =
                    "No Chromium found: install it (apt-get install -y chromium) or name one with -Dconsole.browser";
            if (Boolean.getBoolean("ui.required")) {
                throw new IllegalStateException(hint);
            }
            Assumptions.abort(hint);
        }
        // A busy machine is slow, not wrong.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        return new Browsing(executable.orElseThrow());
    }

    private static Optional<Path> executable() {
        return Stream.of(
                        System.getProperty("console.browser", ""),
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse(""),
                        "/usr/bin/chromium",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser of its own, as of another person. */
    public BrowserContext person(int width, int height, ColorScheme theme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(theme)
                .setTimezoneId("Europe/Chisinau")
                .setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        context.addInitScript(
                "try { localStorage.getItem('console-sound') || localStorage.setItem('console-sound', 'off'); }"
                        + " catch (blankPage) { }"
                        + "document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective"
                        + " + ' ' + e.blockedURI));");
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add("script: " + error.error()));
        contexts.add(context);
        return context;
    }

    public Page page(String url) {
        return page(url, 1440, 900, ColorScheme.LIGHT);
    }

    public Page page(String url, int width, int height, ColorScheme theme) {
        Page page = person(width, height, theme).newPage();
        page.navigate(url);
        return page;
    }

    /** Errors in the browsers' consoles and breaches of the security policy. */
    public List<String> complaints() {
        return complaints;
    }

    /** Closes all persons' browsers. */
    public void reset() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.clear();
    }

    @Override
    public void close() {
        reset();
        browser.close();
        playwright.close();
    }
}
