package md.portar.core.archfixture;

import md.portar.core.guard.CatalogueText;

/** Breaks: only catalogues make catalogue text. */
public final class CoreThatWritesCatalogueText {
    private CoreThatWritesCatalogueText() {}

    public static CatalogueText smuggle(String words) {
        return CatalogueText.of(words);
    }
}
