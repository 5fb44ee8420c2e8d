/** Where API keys are kept, by reference; and Secrets Manager, where they are kept on AWS. */
@org.jspecify.annotations.NullMarked
package recon.storage.secret;
