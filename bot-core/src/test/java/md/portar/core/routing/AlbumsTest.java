package md.portar.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import md.portar.core.message.AttachmentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An album is one thing to the player, whatever it is to the platform. */
class AlbumsTest {
    private final Player player = new Player().says("salut");

    @ParameterizedTest
    @ValueSource(strings = {"13842749283742910", "4242424242424242"})
    void itsPiecesAreAnsweredOnce(String album) {
        assertThat(player.sendsOfAlbum(album, null).heard()).startsWith("Am primit imaginea");
        assertThat(player.sendsOfAlbum(album, null).effects).isEmpty();
        player.after(Duration.ofMinutes(1));
        assertThat(player.sendsOfAlbum(album, null).effects).isEmpty();
    }

    @Test
    void aLaterPieceWithWordsIsAnsweredForTheWords() {
        player.sendsOfAlbum("first", null);
        player.sendsOfAlbum("first", "nu imi ajunge depunerea pe sold");
        assertThat(player.topics()).containsExactly("deposit-missing");
        assertThat(player.sendsOfAlbum("first", null).effects).isEmpty();
    }

    @Test
    void theNextAlbumIsAnsweredAgain() {
        player.sendsOfAlbum("first", null);
        assertThat(player.sendsOfAlbum("second", null).heard()).startsWith("Am primit imaginea");
    }

    @Test
    void filesWithoutAnAlbumThatComeTogetherAreOne() {
        player.sends(AttachmentKind.IMAGE, null);
        assertThat(player.sends(AttachmentKind.IMAGE, null).effects).isEmpty();
        assertThat(player.after(Duration.ofMinutes(1))
                        .sends(AttachmentKind.IMAGE, null)
                        .heard())
                .startsWith("Am primit imaginea");
    }

    @Test
    void aFileOfAnotherKindIsNotPartOfIt() {
        player.sends(AttachmentKind.IMAGE, null);
        assertThat(player.sends(AttachmentKind.VOICE, null).heard()).startsWith("Nu pot asculta");
    }
}
