package recon.cloud.account;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Where the key of an account lies: a secret of AWS Secrets Manager, by its name. The key itself is never here.
 *
 * @param secret the secret's name, in the region of the stack
 */
public record CredentialsReference(String secret) {
    private static final String SECRETS_MANAGER = "secrets-manager:";
    /** What AWS allows in the name of a secret. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");

    public CredentialsReference {
        requireNonNull(secret, "secret is null");
        if (!NAME.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "not the name of a secret: it may have letters, digits and /_+=.@- and at most 512 of them");
        }
    }

    /**
     * Reads {@code secrets-manager:<name>}.
     *
     * @throws IllegalArgumentException for anything else. The message does not repeat the text: somebody may have put
     *     the secret itself there.
     */
    public static CredentialsReference parse(String text) {
        if (text.startsWith("env:") || text.startsWith("file:")) {
            throw new IllegalArgumentException(text.substring(0, text.indexOf(':') + 1)
                    + " works on one machine only: in the cloud name a secret, " + SECRETS_MANAGER + "<name>");
        }
        if (!text.startsWith(SECRETS_MANAGER)) {
            throw new IllegalArgumentException("credentials must be " + SECRETS_MANAGER + "<name>");
        }
        return new CredentialsReference(text.substring(SECRETS_MANAGER.length()));
    }

    /** The reference as the function reads it. */
    public String text() {
        return SECRETS_MANAGER + secret;
    }
}
