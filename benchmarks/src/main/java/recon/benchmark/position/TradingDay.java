package recon.benchmark.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionSide;

/**
 * Rows of an account that trades twenty contracts in turn, the same each time: each position takes eight fills, the fourth
 * and the eighth of which may flip it. A fill that closes has its profit, every fill its fee, every tenth of them in BNB.
 */
final class TradingDay {
    static final String ACCOUNT = "350123456";

    private static final int CONTRACTS = 20;
    private static final long FIRST_TIME = 1_767_225_600_000L;
    /** Signed quantities in thousandths: adds, partial closes, and a flip in the middle. */
    private static final long[] STEPS = {300, 200, -150, -500, -100, 50, 100, 100};

    final List<FuturesFill> fills;
    final List<FuturesIncome> income;

    /** @param count of fills; each has one or two income rows */
    TradingDay(int count) {
        fills = new ArrayList<>(count);
        income = new ArrayList<>(2 * count);
        List<String> symbols = new ArrayList<>();
        for (int contract = 0; contract < CONTRACTS; contract++) {
            symbols.add("COIN" + contract + "USDT");
        }
        for (int i = 0; i < count; i++) {
            fill(i, symbols.get(i % CONTRACTS));
        }
    }

    private void fill(int i, String symbol) {
        int round = i / CONTRACTS;
        long step = STEPS[round % STEPS.length];
        boolean closes = switch (round % STEPS.length) {
            case 2, 3, 5, 6, 7 -> true;
            default -> false;
        };
        // Two fills share a millisecond, the next two come two seconds later: a million in twelve days.
        long time = FIRST_TIME + i / 2 * 2_000L;
        long id = 4_028_457_000L + i;
        BigDecimal price = BigDecimal.valueOf(6_412_345L + i * 7_919L % 90_000, 2);
        BigDecimal profit = closes ? BigDecimal.valueOf(i * 104_729L % 2_000_001 - 1_000_000, 8) : BigDecimal.ZERO;
        boolean bnb = i % 10 == 0;
        BigDecimal fee = BigDecimal.valueOf(1 + i * 15_485_863L % 90_000_000, 8);
        String feeAsset = bnb ? "BNB" : "USDT";
        fills.add(new FuturesFill(
                ACCOUNT,
                symbol,
                id,
                31_100_234_000L + i / 40,
                PositionSide.BOTH,
                step > 0,
                i % 3 == 0,
                price,
                BigDecimal.valueOf(Math.abs(step), 3),
                profit,
                fee,
                feeAsset,
                "USDT",
                time));
        Instant at = Instant.ofEpochMilli(time);
        String trade = Long.toString(id);
        income.add(new FuturesIncome(ACCOUNT, "COMMISSION", id, symbol, feeAsset, fee.negate(), at, trade));
        if (profit.signum() != 0) {
            income.add(new FuturesIncome(ACCOUNT, "REALIZED_PNL", id, symbol, "USDT", profit, at, trade));
        }
    }
}
