/** The pure domain: no I/O, no framework, no clock of its own. */
@org.jspecify.annotations.NullMarked
package recon.ledger;
