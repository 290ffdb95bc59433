package md.portar.core.guard;

import java.util.List;
import java.util.Set;

/**
 * A labelled message as the second opinion learns from it.
 *
 * @param secret whether it gives away a secret
 * @param kinds the kinds that it gives away
 * @param candidates the features of every candidate, those of the message included
 * @param found for every candidate, whether the rules found the secret there
 */
@SuppressWarnings("ArrayRecordComponent") // internal; never compared
record OpinionExample(boolean secret, Set<SecretKind> kinds, List<int[]> candidates, boolean[] found) {
    /** Describes a message; the rules' findings say which candidate of a secret one is meant, where they know it. */
    static OpinionExample of(
            Analysis analysis,
            ConversationContext before,
            boolean secret,
            Set<SecretKind> kinds,
            List<Finding> findings) {
        List<Candidate> candidates = SecondOpinion.candidates(analysis, before);
        OpinionFeatures features = new OpinionFeatures(analysis, before);
        boolean[] found = new boolean[candidates.size()];
        int[][] rows = new int[candidates.size()][];
        for (int i = 0; i < rows.length; i++) {
            Candidate candidate = candidates.get(i);
            features.read(candidate);
            int[] bag = features.bag(candidate.shape().isNumber());
            rows[i] = new int[features.size() + bag.length];
            System.arraycopy(features.ids(), 0, rows[i], 0, features.size());
            System.arraycopy(bag, 0, rows[i], features.size(), bag.length);
            found[i] = secret && isFound(analysis.text, candidate, findings);
        }
        return new OpinionExample(secret, Set.copyOf(kinds), List.of(rows), found);
    }

    private static boolean isFound(NormText text, Candidate candidate, List<Finding> findings) {
        int start = text.from[candidate.start()];
        int end = text.to[candidate.end() - 1];
        return findings.stream()
                .filter(finding -> finding.length() < text.raw.length())
                .anyMatch(finding -> start < finding.position() + finding.length() && end > finding.position());
    }
}
