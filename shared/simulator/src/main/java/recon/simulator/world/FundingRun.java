package recon.simulator.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionFlag;
import recon.simulator.market.Contract;

/** Charges funding: stamped on the very hour, for what is open when the exchange comes to it, up to a minute later. */
final class FundingRun {
    private static final int MONEY_SCALE = 8;

    private final Scene scene;
    private final Positions positions;
    private final ContractBroker broker;
    private final FundingRates rates;
    private final boolean net;
    private final long delayMs;

    FundingRun(Scene scene, Positions positions, ContractBroker broker) {
        this.scene = scene;
        this.positions = positions;
        this.broker = broker;
        this.rates = positions.rates();
        this.net = scene.switches().futures().hedgeFundingIsNet();
        this.delayMs = scene.switches().wallets().fundingEffectDelay().toMillis();
    }

    void plan(long dayStart, int account) {
        for (long hour = dayStart; hour < dayStart + Agenda.DAY_MS; hour += FundingRates.EVERY_MS) {
            long due = hour;
            scene.agenda().note(due + delayMs, shown -> charge(account, due, shown));
        }
    }

    /** Two sides of one contract are one row where the exchange nets them; if that is zero there is none. */
    private void charge(int account, long hour, long shown) {
        String uid = scene.uid(account);
        Map<String, BigDecimal> bySymbol = new LinkedHashMap<>();
        Map<Position, BigDecimal> parts = new LinkedHashMap<>();
        positions.current(uid).forEach(position -> {
            BigDecimal part = fee(position, hour);
            parts.put(position, part);
            bySymbol.merge(position.symbol(), part, BigDecimal::add);
        });
        if (net) {
            bySymbol.forEach((symbol, sum) -> {
                if (book(account, symbol, sum, hour, shown)) {
                    parts.forEach((position, part) -> {
                        if (position.symbol().equals(symbol)) {
                            tell(uid, position, hour, part);
                        }
                    });
                }
            });
        } else {
            parts.forEach((position, part) -> {
                if (book(account, position.symbol(), part, hour, shown)) {
                    tell(uid, position, hour, part);
                }
            });
        }
    }

    private BigDecimal fee(Position position, long hour) {
        return position.amount()
                .multiply(positions.mark(position.symbol(), hour))
                .multiply(rates.rate(position.symbol(), hour))
                .negate()
                .setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    /** Whether it was charged: a wallet that cannot pay is let off. */
    private boolean book(int account, String symbol, BigDecimal fee, long hour, long shown) {
        if (fee.signum() == 0 || broker.dollars(account).add(fee).signum() < 0) {
            return false;
        }
        IncomeRow row = new IncomeRow(
                symbol,
                IncomeRow.FUNDING,
                fee,
                Contract.MARGIN_ASSET,
                hour,
                scene.numbers().own("funding fee"),
                "",
                shown);
        scene.wallets().purse(account, Wallet.FUTURES).moveLate(row.asset(), hour, fee);
        scene.history().income().insert(scene.uid(account), row);
        return true;
    }

    private void tell(String uid, Position position, long hour, BigDecimal part) {
        broker.stories()
                .of(new Stories.Key(uid, position.symbol(), position.side()))
                .ifPresent(story -> {
                    story.funded(hour, part);
                    if (story.opened() >= hour) {
                        story.marked(hour, PositionFlag.FUNDED_LATE);
                    }
                });
    }
}
