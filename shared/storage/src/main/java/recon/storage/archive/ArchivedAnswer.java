package recon.storage.archive;

import static java.util.Objects.requireNonNull;

/**
 * An answer and where it stands.
 *
 * @param key in the archive
 * @param response as it came
 */
public record ArchivedAnswer(String key, RawResponse response) {
    public ArchivedAnswer {
        requireNonNull(key, "key is null");
        requireNonNull(response, "response is null");
    }
}
