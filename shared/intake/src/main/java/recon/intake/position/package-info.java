/** What the exchange's answers say of the positions of one account, from whichever place they are read, and their fold. */
@org.jspecify.annotations.NullMarked
package recon.intake.position;
