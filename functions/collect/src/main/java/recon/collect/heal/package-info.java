/** What the user-data stream missed: filled in from the exchange's own lists, or named. */
@org.jspecify.annotations.NullMarked
package recon.collect.heal;
