package recon.binance.exchangeinfo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The symbols of one base asset among which orders may be filled by allocations. */
record SorRow(@Nullable String baseAsset, @Nullable List<@Nullable String> symbols) {}
