package md.portar.gateway.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** Opens a page where there is somebody to look at it. */
final class Browser {
    private Browser() {}

    /** Best effort: the address has been printed anyway. */
    static void open(String url) {
        try {
            if (!GraphicsEnvironment.isHeadless()
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(URI.create(url));
            }
        } catch (IOException | RuntimeException | LinkageError noBrowser) {
            // A machine without a desktop is no reason to stop.
        }
    }
}
