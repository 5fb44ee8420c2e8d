/** How fast it is, beside what a user would pick instead. */
@org.jspecify.annotations.NullMarked
package recon.benchmark;
