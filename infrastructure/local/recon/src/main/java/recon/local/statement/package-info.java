/** The books against the file that a person downloads from the exchange. */
@org.jspecify.annotations.NullMarked
package recon.local.statement;
