package md.portar.gateway.console.view;

import java.util.List;
import md.portar.core.message.Language;

/**
 * What every page has around its content.
 *
 * @param assets the folder of scripts and styles, with its hash
 * @param theme auto, light or dark
 * @param agentId sign-in name of the agent; empty before sign-in
 * @param supervisor whether pages for supervisors are offered
 * @param token what an action has to bring along; empty before sign-in
 * @param event the newest event number when the page was made
 * @param now the server's clock, in milliseconds
 */
public record Shell(
        Words words,
        String assets,
        String theme,
        String agentId,
        String agentName,
        String agentInitials,
        String role,
        boolean supervisor,
        String token,
        long event,
        long now) {
    /** What htmx may do; no evaluation, no inline styles, errors are swapped in like answers. */
    private static final String HTMX =
            "{\"allowEval\":false,\"includeIndicatorStyles\":false,\"allowScriptTags\":false,"
                    + "\"selfRequestsOnly\":true,\"historyCacheSize\":0,\"refreshOnHistoryMiss\":true,\"timeout\":10000,"
                    + "\"defaultSettleDelay\":0,\"responseHandling\":[{\"code\":\"204\",\"swap\":false},"
                    + "{\"code\":\"[23]..\",\"swap\":true},{\"code\":\"4(09|22)\",\"swap\":true},"
                    + "{\"code\":\"[45]..\",\"swap\":false,\"error\":true}]}";

    public String htmxConfig() {
        return HTMX;
    }

    public String headers() {
        return "{\"X-Console-Token\":\"" + token + "\"}";
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** The words for scripts as one JSON object. */
    public String scriptWords() {
        return JsonWords.write(words.forScripts());
    }
}
