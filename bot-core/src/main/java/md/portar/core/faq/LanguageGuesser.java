package md.portar.core.faq;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import md.portar.core.message.Language;

/**
 * Decides the language of an answer. Cyrillic is Russian; everything else is weighed by character n-grams over Romanian,
 * English and Russian in Latin letters, learnt from the phrasings of the pack. General detectors know no transliterated
 * Russian at all. Immutable and thread-safe.
 */
public final class LanguageGuesser {
    private static final String UKRAINIAN_ONLY = "іїєґ";
    private static final String ROMANIAN_ONLY = "ăâîșşțţ";
    private static final List<Language> ORDER = List.of(Language.RO, Language.RU, Language.EN);
    private static final int LONGEST_GRAM = 4;
    private static final long WHOLE_WORD = 99;
    private static final double SMOOTHING = 0.3;
    /** Log-odds above which the words speak for themselves, and what the language of before is worth. */
    private static final double CERTAIN = 4.0;

    private static final double LAST_LANGUAGE = 3.0;

    private final KeyTable known;
    /** Log shares of a gram in each language, one row a gram. */
    private final float[] shares;

    private final float[] unseen;

    private LanguageGuesser(KeyTable known, float[] shares, float[] unseen) {
        this.known = known;
        this.shares = shares;
        this.unseen = unseen;
    }

    /** Learns from labelled messages; Russian ones are learnt in Latin letters. */
    static LanguageGuesser learn(Collection<Example> examples) {
        Map<Long, int[]> counts = new TreeMap<>();
        long[] totals = new long[ORDER.size()];
        for (Example example : examples) {
            int language = ORDER.indexOf(example.language());
            for (long gram : grams(Fold.words(example.text()))) {
                counts.computeIfAbsent(gram, key -> new int[totals.length])[language]++;
                totals[language]++;
            }
        }
        double kinds = counts.size() * SMOOTHING;
        float[] unseen = new float[totals.length];
        for (int i = 0; i < totals.length; i++) {
            unseen[i] = (float) StrictMath.log(SMOOTHING / (totals[i] + kinds));
        }
        long[] keys = new long[counts.size()];
        float[] shares = new float[keys.length * totals.length];
        int row = 0;
        for (Map.Entry<Long, int[]> gram : counts.entrySet()) {
            keys[row] = gram.getKey();
            for (int i = 0; i < totals.length; i++) {
                double share = (gram.getValue()[i] + SMOOTHING) / (totals[i] + kinds);
                shares[row * totals.length + i] = (float) StrictMath.log(share);
            }
            row++;
        }
        return new LanguageGuesser(new KeyTable(keys), shares, unseen);
    }

    void write(ModelWriter out) {
        known.write(out);
        out.floats(shares);
        out.floats(unseen);
    }

    static LanguageGuesser read(ModelReader in) {
        return new LanguageGuesser(KeyTable.read(in), in.floats(), in.floats());
    }

    /** The language of a text alone; Romanian when nothing speaks for any. */
    public LanguageGuess guess(String text) {
        return guess(text, Optional.empty(), Language.RO);
    }

    /** The language of a text in a conversation that was held in {@code before}. */
    public LanguageGuess guess(String text, Language before) {
        return guess(text, Optional.of(before), before);
    }

    private LanguageGuess guess(String text, Optional<Language> before, Language fallback) {
        String lower = text.toLowerCase(Locale.ROOT);
        int cyrillic = 0;
        int latin = 0;
        boolean ukrainian = false;
        boolean romanian = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Transliteration.isCyrillic(c)) {
                cyrillic++;
            } else if (Character.isLetter(c)) {
                latin++;
            }
            ukrainian |= UKRAINIAN_ONLY.indexOf(c) >= 0;
            romanian |= ROMANIAN_ONLY.indexOf(c) >= 0;
        }
        if (cyrillic + latin == 0) {
            return new LanguageGuess(fallback, false, false, false);
        }
        if (cyrillic * 3 >= latin * 2) {
            return new LanguageGuess(Language.RU, true, false, ukrainian);
        }
        if (romanian) {
            return new LanguageGuess(Language.RO, true, false, false);
        }
        return weigh(lower, before, fallback);
    }

    private LanguageGuess weigh(String text, Optional<Language> before, Language fallback) {
        double[] scores = scores(Fold.words(text));
        before.ifPresent(language -> scores[ORDER.indexOf(language)] += LAST_LANGUAGE);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        double second = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (i != best) {
                second = Math.max(second, scores[i]);
            }
        }
        boolean certain = scores[best] - second >= CERTAIN;
        Language language = ORDER.get(best);
        if (!certain && before.isPresent()) {
            language = fallback;
        }
        return new LanguageGuess(language, certain, language == Language.RU, false);
    }

    private double[] scores(List<String> words) {
        double[] scores = new double[unseen.length];
        for (long gram : grams(words)) {
            int row = known.find(gram);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += row < 0 ? unseen[i] : shares[row * scores.length + i];
            }
        }
        // Overlapping n-grams say the same thing several times over; halving keeps the odds honest.
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= 2;
        }
        return scores;
    }

    private static long[] grams(List<String> words) {
        long[] grams = new long[64];
        int size = 0;
        for (String word : words) {
            String padded = '_' + word + '_';
            for (int n = 1; n <= LONGEST_GRAM; n++) {
                for (int i = 0; i + n <= padded.length(); i++) {
                    if (size == grams.length) {
                        grams = Arrays.copyOf(grams, size * 2);
                    }
                    grams[size++] = RawFeatures.spread(RawFeatures.hash(padded, i, i + n, n));
                }
            }
            // The whole word twice: "support" and "suport" share most n-grams but not the language.
            for (int copy = 0; copy < 2; copy++) {
                if (size == grams.length) {
                    grams = Arrays.copyOf(grams, size * 2);
                }
                grams[size++] = RawFeatures.spread(RawFeatures.hash(padded, 0, padded.length(), WHOLE_WORD));
            }
        }
        return Arrays.copyOf(grams, size);
    }
}
