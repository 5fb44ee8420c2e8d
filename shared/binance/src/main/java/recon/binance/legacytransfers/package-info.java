/** Transfers between spot wallets as they were made before there were universal ones. */
@org.jspecify.annotations.NullMarked
package recon.binance.legacytransfers;
