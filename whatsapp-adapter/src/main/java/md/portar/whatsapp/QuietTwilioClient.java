package md.portar.whatsapp;

import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;

/** The SDK's client without its debug log, which would write URLs, parameters and headers. */
final class QuietTwilioClient extends TwilioRestClient {
    private final String accountSid;
    private final String authToken;

    QuietTwilioClient(String accountSid, String authToken, TwilioHttp http) {
        super(new TwilioRestClient.Builder(accountSid, authToken).httpClient(http));
        this.accountSid = accountSid;
        this.authToken = authToken;
    }

    @Override
    public Response request(Request request) {
        request.setAuth(accountSid, authToken);
        return getHttpClient().reliableRequest(request);
    }

    @Override
    public void logRequest(Request request) {}
}
