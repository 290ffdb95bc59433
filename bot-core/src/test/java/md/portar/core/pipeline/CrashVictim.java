package md.portar.core.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.testkit.Inbound;
import md.portar.core.testkit.RecordingChannel;

/**
 * A process to be killed: takes messages in as fast as they become durable, says on its output which are acknowledged, and
 * delivers into a file that survives it, as a platform would.
 */
final class CrashVictim {
    private static final int PEOPLE = 20;

    private CrashVictim() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        Path sink = Path.of(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        RecordingChannel channel = RecordingChannel.generous();
        deliverInto(channel, sink);
        RunningEngine running = RunningEngine.started(file, channel, RunningEngine.echo());
        for (int number = first; ; number++) {
            int person = number % PEOPLE;
            running.take(Inbound.text(RecordingChannel.person(person), "k" + number, name(number)));
            System.out.println(number);
        }
    }

    /** Letters only: digits of several messages could add up to a card. */
    static String name(int number) {
        StringBuilder letters = new StringBuilder("msg ");
        for (char digit : Integer.toString(number).toCharArray()) {
            letters.append((char) ('a' + digit - '0'));
        }
        return letters.toString();
    }

    /** One line for each delivery: the person and the words. */
    static void deliverInto(RecordingChannel channel, Path sink) {
        channel.answerLater(action -> {
            if (action instanceof SendMessage message) {
                String line = message.to().user().value() + " " + message.text().value() + "\n";
                try {
                    Files.write(
                            sink,
                            line.getBytes(StandardCharsets.UTF_8),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new IllegalStateException("the sink cannot be written", e);
                }
            }
            return channel.delivered(action);
        });
    }
}
