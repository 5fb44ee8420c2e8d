/** The command {@code positions}: dumps of a futures account to its trades, without any account or store. */
@org.jspecify.annotations.NullMarked
package recon.local.positions;
