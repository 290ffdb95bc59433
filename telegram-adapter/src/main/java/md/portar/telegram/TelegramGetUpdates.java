package md.portar.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import md.portar.core.channel.MalformedUpdate;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A getUpdates call that reads its answer update by update. The library's reads all or nothing, so that one update it does
 * not understand would come back for ever and hold up everybody's messages.
 */
final class TelegramGetUpdates extends GetUpdates {
    /** What we have a use for; registered for webhooks too. */
    static final List<String> ALLOWED = List.of("message", "edited_message", "callback_query", "my_chat_member");

    private static final long serialVersionUID = 1L;
    private static final int LIMIT = 100;

    private final transient IntConsumer answered;

    /**
     * @param answered told how many updates came, each time Telegram answers
     */
    TelegramGetUpdates(int offset, int seconds, IntConsumer answered) {
        super(offset, LIMIT, seconds, ALLOWED);
        this.answered = answered;
    }

    @Override
    @SuppressWarnings("NonApiType") // the library's signature
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode result;
        try {
            result = TelegramUpdateParser.tree(answer).path("result");
        } catch (MalformedUpdate e) {
            // Without a cause: the library logs what it gets.
            throw new TelegramApiRequestException("getUpdates answered no JSON");
        }
        if (!result.isArray()) {
            throw new TelegramApiRequestException("getUpdates answered no list");
        }
        answered.accept(result.size());
        ArrayList<Update> updates = new ArrayList<>();
        for (JsonNode element : result) {
            JsonNode id = element.path("update_id");
            if (id.canConvertToInt() && id.isIntegralNumber()) {
                Update update = TelegramUpdateParser.read(element);
                updates.add(update == null ? new Unreadable(id.intValue()) : update);
            }
        }
        return updates;
    }

    /** Stands for an update that cannot be read, so that the offset gets past it. */
    static final class Unreadable extends Update {
        private static final long serialVersionUID = 1L;

        Unreadable(int updateId) {
            setUpdateId(updateId);
        }
    }
}
