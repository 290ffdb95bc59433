package md.portar.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file named on the command line, or standard input for {@code -}.
 *
 * @param name how complaints call it
 */
record InputFile(String name, Opener opener) {
    /** Opens the stream; the caller closes it. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * Looks whether the file is there and readable.
     *
     * @throws CommandProblem when it is not
     */
    static InputFile of(String argument, InputStream standardInput) throws CommandProblem {
        if (argument.equals("-")) {
            return new InputFile("standard input", () -> standardInput);
        }
        Path path = path(argument);
        if (!Files.exists(path)) {
            throw new CommandProblem(argument + ": there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new CommandProblem(argument + ": is a folder, not a file");
        }
        if (!Files.isReadable(path)) {
            throw new CommandProblem(argument + ": may not be read by this user");
        }
        return new InputFile(argument, () -> Files.newInputStream(path));
    }

    /** The path an argument names. */
    static Path path(String argument) throws CommandProblem {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new CommandProblem("a file name has characters that this system or its locale cannot express");
        }
    }

    InputStream open() throws IOException {
        return opener.open();
    }
}
