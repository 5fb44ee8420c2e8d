/** Which symbols an account may have traded. */
@org.jspecify.annotations.NullMarked
package recon.collect.discovery;
