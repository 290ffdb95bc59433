package md.portar.core.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The trained linear model with everything needed to ask it: features, their space and the labels of its classes. */
final class Ranker {
    private final FeatureReader reader;
    private final FeatureSpace space;
    private final LinearModel model;
    private final List<String> labels;

    private Ranker(FeatureReader reader, FeatureSpace space, LinearModel model, List<String> labels) {
        this.reader = reader;
        this.space = space;
        this.model = model;
        this.labels = labels;
    }

    static Ranker train(List<Example> examples, Vocabulary vocabulary) {
        FeatureReader reader = new FeatureReader(vocabulary);
        List<String> labels =
                List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
        List<RawFeatures> raw = new ArrayList<>(examples.size());
        int[] classes = new int[examples.size()];
        for (int i = 0; i < classes.length; i++) {
            Example example = examples.get(i);
            raw.add(reader.read(FeatureReader.sounds(example.text())).trimmed());
            classes[i] = labels.indexOf(example.label());
        }
        FeatureSpace space = FeatureSpace.learn(raw);
        List<SparseVector> vectors = raw.stream().map(space::vector).toList();
        return new Ranker(reader, space, LinearModel.train(vectors, classes, labels.size(), space.size()), labels);
    }

    List<String> labels() {
        return labels;
    }

    float[] scores(List<String> sounds) {
        return model.scores(space.vector(reader.read(sounds)));
    }
}
