@org.jspecify.annotations.NullMarked
package recon.storage.secret;
