/** Secrets Manager: where API keys are kept on AWS. */
@org.jspecify.annotations.NullMarked
package recon.storage.secret;
