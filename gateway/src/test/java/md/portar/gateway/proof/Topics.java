package md.portar.gateway.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.ChatEntry;
import md.portar.gateway.simulator.Phone;
import md.portar.gateway.simulator.Report;
import md.portar.gateway.simulator.Simulator;
import org.awaitility.Awaitility;

/**
 * Questions whose answers can be told apart: taps on topics of the FAQ, and one written question. What an answer looks like is
 * learnt from the running gateway, so that no proof depends on the answers' words.
 */
final class Topics {
    /** Asked in words on every messenger; answered without a doubt. */
    static final String WRITTEN = "how do I verify my account?";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MARK = 60;
    /** Topics that taps ask for. */
    static final List<String> IDS = List.of(
            "withdrawal-how",
            "bonus-info",
            "chat-how",
            "email-how",
            "phone-how",
            "account-closure",
            "forgotten-password",
            "support-hours");

    /**
     * One tap.
     *
     * @param payload the button's
     * @param mark words that only the answer to it contains
     */
    record Topic(String payload, String mark) {}

    private final List<Topic> topics;
    private final Map<ChatApp, String> written;

    private Topics(List<Topic> topics, Map<ChatApp, String> written) {
        this.topics = List.copyOf(topics);
        this.written = written;
    }

    /** Asks everything once, one after the other, as players nobody else is. */
    static Topics learn(Simulator simulator) {
        List<Topic> topics = new ArrayList<>();
        String teacher = "7999999999999999";
        Phone phone = simulator.messenger().phone(teacher).within(PATIENCE);
        answer(phone, simulator.messenger().postback(teacher, "first", "faq.show:kyc-how")); // with the introduction
        for (String id : IDS) {
            String payload = "faq.show:" + id;
            String text = answer(phone, simulator.messenger().postback(teacher, id, payload));
            topics.add(new Topic(payload, text.substring(0, Math.min(MARK, text.length()))));
        }
        if (topics.stream().map(Topic::mark).distinct().count() != IDS.size()) {
            throw new IllegalStateException("two topics have the same answer");
        }
        Map<ChatApp, String> written = new EnumMap<>(ChatApp.class);
        written.put(ChatApp.MESSENGER, "verification");
        written.put(ChatApp.TELEGRAM, "verification");
        written.put(ChatApp.WHATSAPP, "verification");
        return new Topics(topics, written);
    }

    private static String answer(Phone phone, Report report) {
        int before = phone.replies().size();
        if (report.status() != 200) {
            throw new IllegalStateException("a question was not acknowledged");
        }
        Awaitility.await().atMost(PATIENCE).until(() -> phone.replies().size() > before);
        List<ChatEntry> replies = phone.replies();
        return replies.get(replies.size() - 1).text();
    }

    List<Topic> all() {
        return topics;
    }

    /** What an answer to the written question contains. */
    String written(ChatApp app) {
        return Objects.requireNonNull(written.get(app));
    }
}
