/** What the capture tells people: counters, alarms, a line for each other event, and frames nobody can use. */
@org.jspecify.annotations.NullMarked
package recon.stream.notice;
