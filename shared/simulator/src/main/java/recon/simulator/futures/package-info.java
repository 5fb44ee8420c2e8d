/** What happens in the futures wallets, as rows and as the truth: nothing here has behaviour of its own. */
@org.jspecify.annotations.NullMarked
package recon.simulator.futures;
