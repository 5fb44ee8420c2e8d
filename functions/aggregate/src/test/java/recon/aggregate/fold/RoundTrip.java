package recon.aggregate.fold;

import static recon.aggregate.fold.Scene.fill;
import static recon.aggregate.fold.Scene.paid;

import java.math.BigDecimal;
import recon.storage.position.StoredEntry;

/** One round trip: bought at 100, sold at 110 a minute later, 0.04 paid each time. */
final class RoundTrip {

    /** 2026-01-01 00:00:00 and a minute later. */
    static final long ENTERED = 1_767_225_600_000L;

    static final long LEFT = ENTERED + 60_000;

    static final String BUY = fill(1, "BUY", "100", "0", ENTERED);
    static final String SELL = fill(2, "SELL", "110", "10", LEFT);
    static final String FEE_IN = paid(1, "COMMISSION", "-0.04", ENTERED);
    static final String FEE_OUT = paid(2, "COMMISSION", "-0.04", LEFT);
    static final String PROFIT = paid(2, "REALIZED_PNL", "10", LEFT);

    private RoundTrip() {}

    /** An entry in short: its id, its profit after fees, and whether it is in doubt. */
    static String trade(StoredEntry entry) {
        return entry.entry().facts().binanceTradeId() + " "
                + entry.entry().facts().pnl().map(BigDecimal::toPlainString).orElse("?") + " "
                + entry.entry().system().needsResync();
    }
}
