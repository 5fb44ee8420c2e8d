/** The main account's list of its sub-accounts. */
@org.jspecify.annotations.NullMarked
package recon.binance.subaccounts;
