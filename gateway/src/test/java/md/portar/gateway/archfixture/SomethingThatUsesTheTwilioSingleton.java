package md.portar.gateway.archfixture;

import com.twilio.Twilio;

/** Breaks: the Twilio SDK's singleton is not used. */
public final class SomethingThatUsesTheTwilioSingleton {
    private SomethingThatUsesTheTwilioSingleton() {}

    public static void start(String sid, String token) {
        Twilio.init(sid, token);
    }
}
