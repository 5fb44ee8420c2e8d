package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrices;
import recon.ledger.position.row.PositionSide;

/**
 * An exchange for one contract that keeps its own truth. It counts in whole units, one by one: another way than that of
 * the fold.
 */
public final class TruthfulExchange {
    /** What a trader, or time, does. */
    public record Act(
            boolean funding, boolean buyer, boolean shortSide, int quantity, int price, int later, boolean bnb) {}

    /** A position as it really was. */
    public static final class Held {
        final PositionSide side;
        final boolean isLong;
        long firstFill;
        long lastFill;
        int entered;
        int left;
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal got = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal funding = BigDecimal.ZERO;
        BigDecimal usdtFees = BigDecimal.ZERO;
        BigDecimal bnbFees = BigDecimal.ZERO;

        Held(PositionSide side, boolean isLong, long fill) {
            this.side = side;
            this.isLong = isLong;
            this.firstFill = fill;
        }

        /** Side, first and last fill: what the id of a trade is made of. */
        public String id() {
            return side + "_" + firstFill + "_" + lastFill;
        }

        int units() {
            return entered - left;
        }

        /** The life of the position in words. */
        public String told() {
            return String.join(
                    " ",
                    side.name(),
                    isLong ? "LONG" : "SHORT",
                    firstFill + "-" + lastFill,
                    "in " + entered + " for " + plain(paid),
                    "out " + left + " for " + plain(got),
                    "profit " + plain(profit),
                    "funding " + plain(funding),
                    "fees " + plain(usdtFees) + " USDT " + plain(bnbFees) + " BNB");
        }
    }

    private static final BigDecimal RATE = new BigDecimal("0.000137");

    public final Journal journal = new Journal();
    public final List<Held> closed = new ArrayList<>();
    final Map<PositionSide, Held> open = new EnumMap<>(PositionSide.class);
    public final List<FundingRate> rates = new ArrayList<>();
    private final boolean hedge;
    private final boolean netFunding;
    private long now = Journal.START;
    private long funded;
    private long id = 1;

    public TruthfulExchange(boolean hedge, boolean netFunding, List<Act> acts) {
        this.hedge = hedge;
        this.netFunding = netFunding;
        acts.forEach(this::act);
    }

    Known known() {
        return new Known(
                new ListedContracts(Map.of(Journal.SYMBOL, "USDT"), true),
                FundingRates.of(rates),
                MinutePrices.NONE,
                List.of());
    }

    private void act(Act act) {
        now += act.later();
        if (act.funding()) {
            // Contracts are funded once an hour at most; rates are found by the minute.
            now = Math.max(now + 1, funded + 300_000);
            funded = now;
            fund(act.price());
            now += 1;
        } else {
            trade(act);
        }
    }

    private void trade(Act act) {
        PositionSide side = !hedge ? PositionSide.BOTH : act.shortSide() ? PositionSide.SHORT : PositionSide.LONG;
        boolean buyer = act.buyer();
        int quantity = act.quantity();
        Held before = open.get(side);
        if (hedge && buyer == (side == PositionSide.SHORT)) {
            // Nobody can close more of a hedge than there is.
            if (before == null) {
                buyer = !buyer;
            } else {
                quantity = Math.min(quantity, before.units());
            }
        }
        BigDecimal price = BigDecimal.valueOf(act.price());
        BigDecimal fee = price.multiply(BigDecimal.valueOf(quantity)).multiply(new BigDecimal("0.00041"));
        BigDecimal profit = BigDecimal.ZERO;
        int closing = 0;
        Held first = null;
        Held last = null;
        for (int unit = 0; unit < quantity; unit++) {
            Held held = open.get(side);
            if (held == null) {
                held = new Held(side, buyer, id);
                open.put(side, held);
            }
            first = first == null ? held : first;
            last = held;
            held.lastFill = id;
            if (held.isLong == buyer) {
                held.entered++;
                held.paid = held.paid.add(price);
                held.cost = held.cost.add(price);
            } else {
                closing++;
                BigDecimal average = held.cost.divide(BigDecimal.valueOf(held.units()), 12, RoundingMode.HALF_EVEN);
                BigDecimal gain = price.subtract(average).setScale(8, RoundingMode.HALF_EVEN);
                profit = profit.add(held.isLong ? gain : gain.negate());
                held.profit = held.profit.add(held.isLong ? gain : gain.negate());
                held.cost = held.cost.subtract(average);
                held.left++;
                held.got = held.got.add(price);
                if (held.units() == 0) {
                    closed.add(held);
                    open.remove(side);
                }
            }
        }
        charge(fee, act.bnb(), first, last, closing, quantity);
        journal.fill(
                Journal.SYMBOL,
                id,
                1000 + id / 2,
                (buyer ? "BUY" : "SELL") + (hedge ? " " + side : ""),
                Integer.toString(quantity),
                price.toPlainString(),
                profit.toPlainString(),
                fee.toPlainString(),
                act.bnb() ? "BNB" : "USDT",
                now);
        id++;
    }

    private static void charge(BigDecimal fee, boolean bnb, Held first, Held last, int closing, int quantity) {
        BigDecimal share = first == last
                ? fee
                : fee.multiply(BigDecimal.valueOf(closing))
                        .divide(BigDecimal.valueOf(quantity), fee.scale(), RoundingMode.HALF_EVEN);
        charge(first, share, bnb);
        if (first != last) {
            charge(last, fee.subtract(share), bnb);
        }
    }

    private static void charge(Held held, BigDecimal fee, boolean bnb) {
        if (bnb) {
            held.bnbFees = held.bnbFees.add(fee);
        } else {
            held.usdtFees = held.usdtFees.add(fee);
        }
    }

    private void fund(int price) {
        BigDecimal mark = BigDecimal.valueOf(price);
        rates.add(new FundingRate(Journal.SYMBOL, now + 2, RATE, mark));
        BigDecimal net = BigDecimal.ZERO;
        for (Held held : open.values()) {
            BigDecimal received = RATE.multiply(mark)
                    .multiply(BigDecimal.valueOf(held.isLong ? -held.units() : held.units()))
                    .setScale(8, RoundingMode.HALF_EVEN);
            held.funding = held.funding.add(received);
            net = net.add(received);
            if (!netFunding) {
                income(received);
            }
        }
        if (netFunding && !open.isEmpty()) {
            // Two sides of one size come to nothing, and nothing is written of what they exchanged.
            if (net.signum() == 0) {
                open.values()
                        .forEach(held -> held.funding = held.funding.subtract(RATE.multiply(mark)
                                .multiply(BigDecimal.valueOf(held.isLong ? -held.units() : held.units()))
                                .setScale(8, RoundingMode.HALF_EVEN)));
            } else {
                income(net);
            }
        }
    }

    private void income(BigDecimal received) {
        journal.income(Journal.SYMBOL, "FUNDING_FEE", received.toPlainString(), "USDT", "", now);
    }

    /** A lifecycle in the same words. */
    public static String told(Lifecycle lifecycle) {
        LifecycleIncome income = lifecycle.income();
        return String.join(
                " ",
                lifecycle.key().side().name(),
                lifecycle.direction().name(),
                lifecycle.firstFillId() + "-" + lifecycle.lastFillId(),
                "in " + plain(lifecycle.entry().quantity()) + " for "
                        + plain(lifecycle.entry().notional()),
                "out " + plain(lifecycle.exit().quantity()) + " for "
                        + plain(lifecycle.exit().notional()),
                "profit " + plain(income.realizedPnl().orElseThrow()),
                "funding " + plain(income.fundingFees().orElseThrow()),
                "fees "
                        + plain(income.commissions()
                                .byAsset()
                                .getOrDefault("USDT", BigDecimal.ZERO)
                                .negate())
                        + " USDT "
                        + plain(income.commissions()
                                .byAsset()
                                .getOrDefault("BNB", BigDecimal.ZERO)
                                .negate())
                        + " BNB");
    }

    /** What was folded is what happened, and nothing is left over. */
    public void assertTold(Journal.Folded folded) {
        assertThat(folded.closed())
                .extracting(TruthfulExchange::told)
                .containsExactlyInAnyOrderElementsOf(told(closed));
        assertThat(folded.open())
                .extracting(TruthfulExchange::told)
                .containsExactlyInAnyOrderElementsOf(told(open.values()));
        assertThat(folded.remainder()).isEmpty();
        assertThat(folded.findings()).isEmpty();
    }

    private static List<String> told(Collection<Held> held) {
        return held.stream().map(Held::told).toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
