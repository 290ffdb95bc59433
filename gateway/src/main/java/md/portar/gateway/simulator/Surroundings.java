package md.portar.gateway.simulator;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the three platforms share: switches, records, webhooks, chats. */
final class Surroundings {
    private static final int CROWD = 200;

    final SimulatorSettings settings;
    final Faults faults;
    final Recorder recorder;
    final Limits limits;
    final Vertx vertx;
    final WebhookSender webhooks;
    final MediaShelf media = new MediaShelf();
    final List<WireCheck> checks = new CopyOnWriteArrayList<>();
    private final Map<ChatApp, Map<String, Chat>> chats = new ConcurrentHashMap<>();
    private final Map<ChatApp, SimulatorSettings.Target> targets = new ConcurrentHashMap<>();
    private final Map<ChatApp, Function<String, List<ChatEntry.Option>>> menus = new ConcurrentHashMap<>();
    private final BiConsumer<ChatApp, String> changed;
    private final Supplier<String> baseUrl;

    Surroundings(
            SimulatorSettings settings,
            Faults faults,
            Recorder recorder,
            Vertx vertx,
            BiConsumer<ChatApp, String> changed,
            Supplier<String> baseUrl) {
        this.settings = settings;
        this.faults = faults;
        this.recorder = recorder;
        this.limits = new Limits(settings.clock());
        this.vertx = vertx;
        this.changed = changed;
        this.baseUrl = baseUrl;
        targets.put(ChatApp.TELEGRAM, settings.telegram().webhook());
        targets.put(ChatApp.WHATSAPP, settings.whatsApp().webhook());
        targets.put(ChatApp.MESSENGER, settings.messenger().webhook());
        this.webhooks = new WebhookSender(vertx, faults, recorder, settings.pace());
    }

    /** Where the simulator itself is reached: {@code http://127.0.0.1:…}. */
    String baseUrl() {
        return baseUrl.get();
    }

    /** Where a platform delivers. */
    SimulatorSettings.Target target(ChatApp app) {
        return Objects.requireNonNull(targets.get(app));
    }

    void target(ChatApp app, SimulatorSettings.Target other) {
        targets.put(app, other);
    }

    /** What the gateway put into an app's menu, in the person's language. */
    List<ChatEntry.Option> menu(ChatApp app, String language) {
        return menus.getOrDefault(app, unused -> List.of()).apply(language);
    }

    void menu(ChatApp app, Function<String, List<ChatEntry.Option>> menu) {
        menus.put(app, menu);
    }

    Chat chat(ChatApp app, String player) {
        Map<String, Chat> known = chats.computeIfAbsent(app, unused -> new ConcurrentHashMap<>());
        Chat chat = known.get(player);
        if (chat != null) {
            return chat;
        }
        boolean crowd = known.size() >= CROWD;
        return known.computeIfAbsent(player, id -> new Chat(id, crowd, () -> changed.accept(app, id)));
    }

    boolean knows(ChatApp app, String player) {
        return chats.getOrDefault(app, Map.of()).containsKey(player);
    }

    List<Chat> chats(ChatApp app) {
        return List.copyOf(chats.getOrDefault(app, Map.of()).values());
    }

    void later(Duration delay, Runnable task) {
        vertx.setTimer(Math.max(1, delay.toMillis()), unused -> task.run());
    }
}
