/** How an account trades futures: position mode, leverage and kind of margin, and what the exchange allows. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuressettings;
