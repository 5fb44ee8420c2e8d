/** The Lambda functions: packages, limits, environment, and the few rights each has. */
@org.jspecify.annotations.NullMarked
package recon.cloud.function;
