/** Small stand-ins for what the tests of this module talk to. */
@org.jspecify.annotations.NullMarked
package recon.binance.fake;
