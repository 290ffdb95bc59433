package md.portar.core.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreparedTest {
    @Test
    void namesBecomePlacesOutsideQuotesAndCasts() {
        Map<String, List<Integer>> places = new HashMap<>();

        String sql =
                Prepared.positional("SELECT ':a', :a::text, CAST(:b AS TEXT) WHERE x = :a AND y = 'it''s :b'", places);

        assertThat(sql).isEqualTo("SELECT ':a', ?::text, CAST(? AS TEXT) WHERE x = ? AND y = 'it''s :b'");
        assertThat(places).containsOnly(Map.entry("a", List.of(1, 3)), Map.entry("b", List.of(2)));
    }

    @Test
    void aStatementIsUsableAgainAfterOneOfItsUsesFailed() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Handle handle = new Handle(connection);
            handle.createUpdate("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)")
                    .execute();
            String insert = "INSERT INTO t (id, word) VALUES (:id, :word) RETURNING id";
            assertThat(insert(handle, insert, "one")).isEqualTo(1);
            assertThatThrownBy(() -> insert(handle, insert, "again")).isInstanceOf(StatementFailed.class);
            handle.createUpdate("DELETE FROM t").execute();

            assertThat(insert(handle, insert, null)).isEqualTo(1);

            assertThat(handle.createQuery("SELECT word FROM t")
                            .mapTo(String.class)
                            .list())
                    .as("a null is nothing")
                    .isEmpty();
            assertThat(handle.createQuery("SELECT MAX(id) FROM t WHERE id > :id")
                            .bind("id", 5)
                            .mapTo(Long.class)
                            .findOne())
                    .isEmpty();
        }
    }

    private static long insert(Handle handle, String sql, @Nullable String word) {
        return handle.createQuery(sql)
                .bind("id", 1)
                .bind("word", word)
                .mapTo(Long.class)
                .one();
    }

    @Test
    void aNameThatTheStatementLacksIsAMistake() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Call call = new Handle(connection).createQuery("SELECT :here");

            assertThatThrownBy(() -> call.bind("there", 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there");
        }
    }
}
