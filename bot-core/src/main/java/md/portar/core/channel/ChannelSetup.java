package md.portar.core.channel;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Registers an account with its platform. Every call is idempotent. */
public interface ChannelSetup {
    /** Sets the webhook and its secret, commands, menus and greeting. */
    CompletionStage<List<SetupStep>> register();

    /** Reads what is registered now. */
    CompletionStage<List<SetupStep>> inspect();

    /** Takes the webhook away. */
    CompletionStage<List<SetupStep>> remove();

    /**
     * One line of the report.
     *
     * @param name what was done or looked at, in plain English
     * @param advice what to do when it is not fine; empty otherwise; never holds a secret
     */
    record SetupStep(String name, Result result, String advice) {
        /** Severity of a line. */
        public enum Result {
            OK,
            WARN,
            FAIL
        }
    }
}
