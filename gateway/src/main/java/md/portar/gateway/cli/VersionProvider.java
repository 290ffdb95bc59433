package md.portar.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote down. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "portar " + version(),
            "Java " + Runtime.version().feature() + " (" + System.getProperty("java.vendor") + ")"
        };
    }

    static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = VersionProvider.class.getResourceAsStream("/md/portar/gateway/version.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        }
        return properties.getProperty("version", "unknown");
    }
}
