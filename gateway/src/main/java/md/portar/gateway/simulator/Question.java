package md.portar.gateway.simulator;

/**
 * A message whose answer can be told from all others.
 *
 * @param player as the platform writes it: digits, {@code whatsapp:+…}, digits
 * @param text what the player writes
 * @param mark a word, or a phrase, that the answer to this question contains and no other answer to this player does, such as the
 *     number of a case asked about; letters, digits and hyphens make a word, which is found fastest
 */
public record Question(ChatApp app, String player, String text, String mark) {
    public Question {
        if (mark.isBlank() || player.isBlank()) {
            throw new IllegalArgumentException("a question has a player and a mark");
        }
    }

    @Override
    public String toString() {
        return "Question[" + app + ", " + mark + "]";
    }
}
