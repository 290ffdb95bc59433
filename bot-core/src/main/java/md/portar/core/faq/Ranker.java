package md.portar.core.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The trained model with everything needed to ask it: features, their space and the labels of its classes. */
final class Ranker {
    private final FeatureReader reader;
    private final FeatureSpace space;
    private final LinearModel model;
    private final NearestPhrasing nearest;
    private final Spelling spelling;
    private final Set<String> known;
    private final List<String> labels;

    private Ranker(FeatureReader reader, Ranker.Learnt learnt, List<String> labels) {
        this.reader = reader;
        this.space = learnt.space();
        this.model = learnt.model();
        this.nearest = learnt.nearest();
        this.spelling = learnt.spelling();
        this.known = learnt.known();
        this.labels = labels;
    }

    /** What comes out of training, and out of a file where it was kept. */
    private record Learnt(
            FeatureSpace space, LinearModel model, NearestPhrasing nearest, Spelling spelling, Set<String> known) {}

    static Ranker train(List<Example> examples, Vocabulary vocabulary) {
        FeatureReader reader = new FeatureReader(vocabulary);
        List<String> labels =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
        Map<String, Integer> counts = new HashMap<>();
        List<RawFeatures> raw = new ArrayList<>(examples.size());
        int[] classes = new int[examples.size()];
        for (int i = 0; i < classes.length; i++) {
            List<String> sounds = FeatureReader.sounds(examples.get(i).text());
            sounds.forEach(sound -> counts.merge(sound, 1, Integer::sum));
            raw.add(reader.read(sounds).trimmed());
            classes[i] = labels.indexOf(examples.get(i).label());
        }
        FeatureSpace space = FeatureSpace.learn(raw);
        List<SparseVector> vectors = new ArrayList<>(raw.size());
        List<SparseVector> meanings = new ArrayList<>(raw.size());
        for (RawFeatures one : raw) {
            int[] ids = space.ids(one);
            vectors.add(space.vector(one, ids));
            meanings.add(space.meaning(one, ids));
        }
        Learnt learnt = new Learnt(
                space,
                LinearModel.train(vectors, classes, labels.size(), space.size()),
                NearestPhrasing.index(meanings, classes, labels.size(), space.size()),
                Spelling.of(commonestFirst(counts)),
                Set.copyOf(counts.keySet()));
        return new Ranker(reader, learnt, labels);
    }

    private static List<String> commonestFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    void write(ModelWriter out) {
        space.write(out);
        model.write(out);
        nearest.write(out);
        spelling.write(out);
        out.words(new TreeSet<>(known));
        out.words(labels);
    }

    static Ranker read(ModelReader in, Vocabulary vocabulary) {
        Learnt learnt = new Learnt(
                FeatureSpace.read(in),
                LinearModel.read(in),
                NearestPhrasing.read(in),
                Spelling.read(in),
                Set.copyOf(in.words()));
        return new Ranker(new FeatureReader(vocabulary), learnt, in.words());
    }

    /** The labels of the classes, in the order of the numbers in {@link Evidence}. */
    List<String> labels() {
        return labels;
    }

    /** What speaks for each class. Words are repaired for ranking, but count as unknown: a repair is a guess. */
    Evidence evidence(List<String> sounds) {
        List<String> meant = new ArrayList<>(sounds);
        meant.replaceAll(sound -> isKnown(sound) ? sound : spelling.repaired(sound));
        RawFeatures raw = reader.read(meant);
        int[] ids = space.ids(raw);
        return new Evidence(
                model.scores(space.vector(raw, ids)),
                nearest.closeness(space.meaning(raw, ids)),
                meant.equals(sounds) ? space.knownShares(raw, ids) : knownShares(reader.read(sounds)),
                sounds.size());
    }

    private double[] knownShares(RawFeatures raw) {
        return space.knownShares(raw, space.ids(raw));
    }

    private boolean isKnown(String sound) {
        return known.contains(sound) || reader.hasMeaning(sound);
    }
}
