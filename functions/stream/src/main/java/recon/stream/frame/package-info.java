/** What a text frame is, found in its bytes: whose event, where it begins and ends, and whether it is a report. */
@org.jspecify.annotations.NullMarked
package recon.stream.frame;
