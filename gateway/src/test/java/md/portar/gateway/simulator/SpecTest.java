package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import md.portar.core.testkit.SharedFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliberately wrong calls: each kind of breach of a specification is noticed, and right calls pass. */
class SpecTest {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String MESSAGE = "SM0123456789abcdef0123456789abcdef";

    private static WireRequest call(String method, String path, String type, String body) {
        int query = path.indexOf('?');
        return new WireRequest(
                method,
                query < 0 ? path : path.substring(0, query),
                Form.urlEncoded(query < 0 ? "" : path.substring(query + 1)),
                Map.of("content-type", type),
                Buffer.buffer(body));
    }

    private static JsonNode read(String name) throws IOException {
        return Json.read(Files.readAllBytes(SharedFiles.orSkip("specs/" + name)))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sendmessage | {\"method\":\"sendmessage\",\"chat_id\":\"1\",\"text\":\"x\"} | ",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}} | ",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_parameters\":{\"message_id\":5}} | ",
                "setMyCommands | {\"commands\":[{\"command\":\"a\",\"description\":\"b\"}],\"scope\":{\"type\":\"all_private_chats\"}} | ",
                "sendMesage | {} | there is no such method",
                "sendMessage | {\"chat_id\":1} | text is required",
                "sendMessage | {\"chat_id\":1,\"text\":null} | text is required",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"txt\":\"y\"} | unknown field txt",
                "sendMessage | {\"chat_id\":true,\"text\":\"x\"} | chat_id must be",
                "sendMessage | {\"chat_id\":1,\"text\":5} | text must be String",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"disable_notification\":\"no\"} | disable_notification must be Boolean",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_markup\":\"{}\"} | reply_markup must be",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[{}]}} | must be an array",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"callback_data\":\"b\"}]]}} | [][].text is required",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"data\":\"b\"}]]}} | unknown field reply_markup.inline_keyboard[][].data",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"reply_parameters\":{\"message_id\":\"5\"}} | reply_parameters.message_id must be Integer",
                "sendMessage | {\"chat_id\":1,\"text\":\"x\",\"entities\":[{\"type\":\"bold\",\"offset\":0}]} | entities[].length is required",
                "setMyCommands | {\"commands\":[{\"command\":\"a\"}]} | commands[].description is required",
                "setMyCommands | {\"commands\":[],\"scope\":{\"kind\":\"default\"}} | scope.type is required",
                "deleteMessage | {\"chat_id\":1,\"message_id\":\"7\"} | message_id must be Integer",
            })
    void telegramCallsAreHeldAgainstTheBotApi(String method, String body, String rule) throws IOException {
        TelegramSpec spec = new TelegramSpec(read("telegram-bot-api.json"));
        List<String> broken =
                spec.broken(ChatApp.TELEGRAM, call("POST", "/bot1:x/" + method, "application/json", body));
        expect(broken, rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | /2010-04-01/Accounts/A/Messages.json | To=whatsapp%3A%2B1&From=whatsapp%3A%2B2&Body=x | ",
                "POST | /2010-04-01/Accounts/A/Messages/M.json | Body= | ",
                "GET | /2010-04-01/Accounts/A/Messages.json?To=whatsapp%3A%2B1&PageSize=20 | | ",
                "POST | /v2/Indicators/Typing.json | channel=whatsapp&messageId=M | ",
                "POST | /2010-04-01/Accounts/A/Messages.json | From=whatsapp%3A%2B2&Body=x | To is required",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&Bodi=x | unknown field Bodi",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&ContentSid=HX1 | ContentSid has a length of 3",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&ContentSid=HX0123456789abcdef0123456789abcdeg | ContentSid does not fit its pattern",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&Body=x&Attempt=two | Attempt must be an integer",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&Body=x&SmartEncoded=yes | SmartEncoded must be true or false",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&Body=x&RiskCheck=maybe | RiskCheck is none of the values",
                "POST | /2010-04-01/Accounts/A/Messages.json | To=1&From=2&Body=x&StatusCallback=here | StatusCallback must be an absolute address",
                "POST | /2010-04-01/Accounts/AC1/Messages.json | To=1&From=2&Body=x | AccountSid has a length of 3",
                "POST | /2010-04-01/Accounts/A/Messages/SM1.json | Body= | Sid has a length of 3",
                "GET | /2010-04-01/Accounts/A/Messages.json?PageSizes=20 | | unknown parameter PageSizes",
                "GET | /2010-04-01/Accounts/A/Messages.json?PageSize=many | | PageSize must be an integer",
                "PUT | /2010-04-01/Accounts/A/Messages.json | To=1 | there is no PUT",
                "POST | /2010-04-01/Accounts/A/Texts.json | To=1 | there is no such path",
                "POST | /v2/Indicators/Typing.json | channel=sms&messageId=M | channel is none of the values",
                "POST | /v2/Indicators/Typing.json | channel=whatsapp | messageId is required",
            })
    void twilioCallsAreHeldAgainstItsDocuments(String method, String path, String form, String rule)
            throws IOException {
        String full = path.replace("/A/", "/" + ACCOUNT + "/").replace("/M.", "/" + MESSAGE + ".");
        String body = form == null ? "" : form.replace("messageId=M", "messageId=" + MESSAGE);
        expect(
                twilio().broken(
                                ChatApp.WHATSAPP,
                                call(method, full, "application/x-www-form-urlencoded; charset=utf-8", body)),
                rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"language\":\"ro\",\"types\":{\"twilio/quick-reply\":{\"body\":\"x\",\"actions\":[{\"title\":\"a\",\"id\":\"b\"}]}}} | ",
                "{\"types\":{\"twilio/text\":{\"body\":\"x\"}}} | language is required",
                "{\"language\":\"ro\",\"types\":{\"twilio/text\":{\"text\":\"x\"}}} | types.twilio/text.body is required",
                "{\"language\":\"ro\",\"types\":{\"twilio/texts\":{\"body\":\"x\"}}} | unknown field types.twilio/texts",
                "{\"language\":\"ro\",\"types\":{\"twilio/quick-reply\":{\"body\":\"x\",\"actions\":[{\"title\":5}]}}} | title must be a string",
                "{\"language\":\"ro\",\"types\":{\"twilio/quick-reply\":{\"body\":\"x\",\"actions\":{}}}} | actions must be an array",
                "{\"language\":\"ro\",\"types\":{\"twilio/quick-reply\":{\"body\":\"x\",\"actions\":[{\"title\":\"a\",\"type\":\"URL\"}]}}} | type is none of the values",
                "{\"language\":\"ro\",\"variables\":{\"1\":2},\"types\":{\"twilio/text\":{\"body\":\"x\"}}} | variables.1 must be a string",
            })
    void contentItemsAreHeldAgainstTheirSchema(String body, String rule) throws IOException {
        expect(twilio().broken(ChatApp.WHATSAPP, call("POST", "/v1/Content", "application/json", body)), rule);
    }

    private static TwilioSpec twilio() throws IOException {
        return new TwilioSpec(List.of(
                read("twilio_api_v2010.messages.openapi.json"),
                read("twilio_content_v1.openapi.json"),
                read("twilio_messaging_v2.typing.openapi.json"),
                read("twilio_messaging_v3.typing.openapi.json")));
    }

    /** The rule is among what was found; without one, nothing was found. */
    private static void expect(List<String> broken, String rule) {
        if (rule == null) {
            assertThat(broken).isEmpty();
        } else {
            assertThat(broken).anyMatch(found -> found.contains(rule.strip()));
        }
    }
}
