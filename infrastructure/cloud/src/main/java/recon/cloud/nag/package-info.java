/** Why a rule of the checkers does not fit here. */
@org.jspecify.annotations.NullMarked
package recon.cloud.nag;
