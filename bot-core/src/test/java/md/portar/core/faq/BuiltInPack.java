package md.portar.core.faq;

/** The shipped pack, loaded once for all tests. */
final class BuiltInPack {
    static final FaqCatalogue CATALOGUE = FaqCatalogue.builtIn(OperatorTexts.none());

    private BuiltInPack() {}

    static LabelMatch match(String text) {
        FaqMatcher matcher = CATALOGUE.matcher();
        return matcher.labels().match(text, matcher.languages().guess(text));
    }
}
