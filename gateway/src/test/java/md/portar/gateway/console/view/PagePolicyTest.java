package md.portar.gateway.console.view;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.html.HtmlAttribute;
import gg.jte.html.HtmlPolicyException;
import gg.jte.html.HtmlTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePolicyTest {
    private final PagePolicy policy = new PagePolicy();

    private record Tag(String name) implements HtmlTag {
        @Override
        public String getName() {
            return name;
        }
    }

    private record Attribute(String name) implements HtmlAttribute {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public char getQuotes() {
            return '"';
        }

        @Override
        public boolean isBoolean() {
            return false;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private void sees(String tag, String... attributes) {
        Tag opened = new Tag(tag);
        policy.validateHtmlTag(opened);
        for (String attribute : attributes) {
            policy.validateHtmlAttribute(opened, new Attribute(attribute));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "onload", "style", "hx-on", "hx-on:click"})
    void handlersAndStylesInATemplateAreRefused(String attribute) {
        assertThatThrownBy(() -> sees("div", attribute)).isInstanceOf(HtmlPolicyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"style", "iframe", "object", "embed", "base"})
    void tagsThatEmbedOrStyleAreRefused(String tag) {
        assertThatThrownBy(() -> sees(tag)).isInstanceOf(HtmlPolicyException.class);
    }

    @Test
    void aScriptWithoutAFileIsRefused() {
        sees("script", "type");
        assertThatThrownBy(() -> sees("p")).isInstanceOf(HtmlPolicyException.class);
    }

    @Test
    void aScriptFromAFileIsWelcome() {
        assertThatCode(() -> {
                    sees("script", "type", "src");
                    sees("p", "class");
                })
                .doesNotThrowAnyException();
    }
}
