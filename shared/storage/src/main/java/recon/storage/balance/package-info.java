/** What wallets held when we looked, and how each closed day came out. */
@org.jspecify.annotations.NullMarked
package recon.storage.balance;
