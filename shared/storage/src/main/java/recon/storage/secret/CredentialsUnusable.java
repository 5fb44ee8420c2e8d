package recon.storage.secret;

/** A key that is not where the configuration says, or not as it has to be. The message never holds any of it. */
public final class CredentialsUnusable extends RuntimeException {
    CredentialsUnusable(CredentialReference where, String what) {
        super(where + " " + what);
    }
}
