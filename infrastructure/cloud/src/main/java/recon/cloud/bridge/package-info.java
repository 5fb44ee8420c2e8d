/** The broker that the same reports go to, where one is wanted. */
@org.jspecify.annotations.NullMarked
package recon.cloud.bridge;
