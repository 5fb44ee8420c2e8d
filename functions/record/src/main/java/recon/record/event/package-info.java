/** Orders as they are told to others. */
@org.jspecify.annotations.NullMarked
package recon.record.event;
