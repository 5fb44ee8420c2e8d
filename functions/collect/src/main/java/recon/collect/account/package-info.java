/** The accounts to collect and the keys that read them. */
@org.jspecify.annotations.NullMarked
package recon.collect.account;
