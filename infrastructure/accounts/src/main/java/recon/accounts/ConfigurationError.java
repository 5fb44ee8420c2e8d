package recon.accounts;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** A configuration that cannot be used. The message names the file, the key, what is wrong and what to write. */
public final class ConfigurationError extends RuntimeException {
    /**
     * Says what is wrong.
     *
     * @param key for instance {@code accounts[1].uid}; empty if it is about the whole file
     * @param problem what is wrong and what to write; it must not repeat a value that could be secret
     */
    public ConfigurationError(Path file, String key, String problem) {
        super(requireNonNull(file, "file is null") + ": " + (key.isEmpty() ? "" : key + " ") + problem);
    }
}
