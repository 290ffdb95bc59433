package md.portar.gateway.console.view;

import gg.jte.html.HtmlAttribute;
import gg.jte.html.HtmlPolicy;
import gg.jte.html.HtmlPolicyException;
import gg.jte.html.HtmlTag;
import gg.jte.html.OwaspHtmlPolicy;
import gg.jte.html.policy.PolicyGroup;
import gg.jte.html.policy.PreventInlineEventHandlers;
import gg.jte.html.policy.PreventUnquotedAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template of the console may not contain; used while templates are compiled, so that a breach fails the build. The
 * pages' security policy would block such markup in the browser anyway, silently.
 */
public final class PagePolicy extends PolicyGroup {
    public PagePolicy() {
        addPolicy(new OwaspHtmlPolicy());
        addPolicy(new PreventInlineEventHandlers());
        addPolicy(new PreventUnquotedAttributes());
        addPolicy(new OwnFilesOnly());
    }

    /** No inline script, no inline style, nothing that embeds or redirects. */
    private static final class OwnFilesOnly implements HtmlPolicy {
        private static final Set<String> FORBIDDEN = Set.of("style", "iframe", "object", "embed", "base");
        private static final Set<String> ATTRIBUTES = Set.of("style", "hx-on", "hx-vars", "hx-disinherit");
        private @Nullable HtmlTag scriptWithoutSource;

        @Override
        public void validateHtmlTag(HtmlTag tag) {
            if (FORBIDDEN.contains(tag.getName())) {
                throw new HtmlPolicyException("<" + tag.getName() + "> does not belong into a page of the console");
            }
            // Attributes are reported after the tag's name, so a script can be judged only when the next tag opens.
            if (scriptWithoutSource != null) {
                throw new HtmlPolicyException("a script needs a src: inline script is blocked by the security policy");
            }
            if (tag.getName().equals("script")) {
                scriptWithoutSource = tag;
            }
        }

        @Override
        public void validateHtmlAttribute(HtmlTag tag, HtmlAttribute attribute) {
            String name = attribute.getName();
            if (ATTRIBUTES.contains(name) || name.startsWith("hx-on:")) {
                throw new HtmlPolicyException("attribute " + name + " is blocked by the security policy");
            }
            if (name.equals("src")) {
                scriptWithoutSource = null;
            }
        }
    }
}
