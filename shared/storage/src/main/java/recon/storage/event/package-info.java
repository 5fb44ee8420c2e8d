/** What happened, told to whoever wants to know. */
@org.jspecify.annotations.NullMarked
package recon.storage.event;
