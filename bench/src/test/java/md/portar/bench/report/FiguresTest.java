package md.portar.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theRatioIsTakenRoundByRound() {
        Figures figures = new Figures();
        double[][] rounds = {{10, 100}, {40, 200}, {30, 100}};
        for (double[] round : rounds) {
            figures.add("ours", "per s", round[0]);
            figures.add("theirs", "per s", round[1]);
        }
        figures.relate("ours", "theirs");

        Figures.Row row = figures.rows().get(0);

        assertThat(row.ratio()).hasValue(0.2);
        assertThat(row.min()).isEqualTo(10);
        assertThat(row.median()).isEqualTo(30);
        assertThat(row.max()).isEqualTo(40);
        assertThat(figures.rows().get(1).ratio()).isEmpty();
    }
}
