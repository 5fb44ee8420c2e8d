/** How USD-M contracts are margined. */
@org.jspecify.annotations.NullMarked
package recon.binance.futuressettings;
