/** The capture as a whole: a state machine that is driven by time and by what its ports tell it. */
@org.jspecify.annotations.NullMarked
package recon.stream.capture;
