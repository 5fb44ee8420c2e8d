package recon.binance.futuressettings;

import org.jspecify.annotations.Nullable;

/** One step of size of a contract, and the most leverage in it. */
record BracketRow(@Nullable Integer bracket, @Nullable Integer initialLeverage) {}
