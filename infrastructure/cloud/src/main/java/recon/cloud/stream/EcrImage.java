package recon.cloud.stream;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image in a repository of Amazon ECR, in the stack's own AWS account and region.
 *
 * @param repository its name, for instance {@code binance-recon/stream}
 * @param tag which of its images
 */
public record EcrImage(String repository, String tag) {
    private static final Pattern TEXT =
            Pattern.compile("(?<repository>[a-z0-9][a-z0-9._/-]{1,255}):(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127})");

    public EcrImage {
        requireNonNull(repository, "repository is null");
        requireNonNull(tag, "tag is null");
    }

    /**
     * Reads {@code repository:tag}.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static EcrImage parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "stream-image is not the name and the tag of a repository of Amazon ECR in"
                            + " this account and region, for instance binance-recon/stream:0.1.0");
        }
        return new EcrImage(parts.group("repository"), parts.group("tag"));
    }
}
