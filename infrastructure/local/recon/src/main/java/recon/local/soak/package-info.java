/** The fault suite: a day of the stream on virtual time, with everything going wrong that can, held against the truth. */
@org.jspecify.annotations.NullMarked
package recon.local.soak;
