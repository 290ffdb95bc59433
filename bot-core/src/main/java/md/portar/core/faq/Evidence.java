package md.portar.core.faq;

import java.util.List;

/**
 * What speaks for and against the labels of one message.
 *
 * @param margins the model's margin of every class
 * @param closeness the cosine to the nearest phrasing of every class
 * @param known how much of the message was seen in training, by group of features
 * @param length how many words the message has
 */
@SuppressWarnings("ArrayRecordComponent") // internal; never compared
record Evidence(float[] margins, float[] closeness, double[] known, int length) {
    /** How many numbers {@link #signals} gives. */
    static final int SIGNALS = 14;

    private static final double FULL_LENGTH = 8;

    /**
     * The numbers from which confidence in a class is computed; all of them about as large as one, whatever the data set.
     *
     * @param best the class in question
     * @param none the class of messages that nothing answers, or −1 when there is none
     */
    double[] signals(int best, int none) {
        float second = -2;
        float nextNearest = 0;
        for (int c = 0; c < margins.length; c++) {
            if (c != best && c != none) {
                second = Math.max(second, margins[c]);
                nextNearest = Math.max(nextNearest, closeness[c]);
            }
        }
        double margin = margins[best];
        double overNone = none < 0 ? 0 : margin - margins[none];
        double nearerThanNone = none < 0 ? 0 : closeness[best] - closeness[none];
        double words = known[FeatureGroup.STEM];
        double spelling = known[FeatureGroup.GRAM];
        return new double[] {
            margin * words,
            margin - second,
            margin,
            overNone,
            nearerThanNone,
            closeness[best],
            closeness[best] - nextNearest,
            words,
            spelling,
            known[FeatureGroup.PAIR],
            Math.min(length, FULL_LENGTH) / FULL_LENGTH,
            margin * spelling,
            overNone * words,
            closeness[best] * words
        };
    }

    /** The class with the largest margin, leaving out one. */
    int best(int without) {
        int best = -1;
        for (int c = 0; c < margins.length; c++) {
            if (c != without && (best < 0 || margins[c] > margins[best])) {
                best = c;
            }
        }
        return best;
    }

    static int noneClass(List<String> labels) {
        return labels.indexOf(Example.NONE);
    }
}
