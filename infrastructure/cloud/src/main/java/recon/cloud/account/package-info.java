/** What the cloud asks of {@code accounts.yaml} beyond its reader: every key is a secret. */
@org.jspecify.annotations.NullMarked
package recon.cloud.account;
