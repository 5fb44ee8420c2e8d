package recon.simulator.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.simulator.futures.ContractPlacement;
import recon.simulator.futures.OrderState;
import recon.simulator.market.Contract;
import recon.simulator.world.Position;
import recon.simulator.world.Positions;
import recon.simulator.world.Purse;
import recon.simulator.world.Wallet;

/**
 * The state of a futures wallet.
 *
 * @param balances what the wallet holds, what is not realised apart; by asset
 * @param updated when they last changed, epoch ms; 0 if they never did
 * @param open what is open
 * @param positions what it is worth
 * @param at when, epoch ms
 */
record Margins(
        SortedMap<String, BigDecimal> balances, long updated, List<Position> open, Positions positions, long at) {
    /** Assets that can be margin. */
    static final List<String> ASSETS = List.of("USDT", "BNB", "BTC", "USDC");

    private static final int MONEY_SCALE = 8;
    private static final BigDecimal INITIAL = new BigDecimal("0.05");
    private static final BigDecimal MAINTENANCE = new BigDecimal("0.004");

    /** The caller's, at an instant that is not to come. */
    static Margins of(Asked asked, long at) {
        String uid = asked.account().uid();
        Optional<Purse> purse =
                Optional.ofNullable(asked.world().pursesUntil(uid, at).get(Wallet.FUTURES));
        Positions positions = asked.world().positionsUntil(at);
        return new Margins(
                purse.map(known -> known.balance().inEffect(at)).orElseGet(Collections::emptySortedMap),
                purse.map(known -> known.balance().lastEffect(at)).orElse(0L),
                positions.open(uid, at),
                positions,
                at);
    }

    /** What is held, and what an order waits for; by contract and side. */
    List<Position> listed(Asked asked) {
        SortedMap<String, Position> listed = new TreeMap<>();
        FuturesOpenOrders.open(asked).stream()
                .map(OrderState::placement)
                .forEach(order -> listed.put(order.symbol() + order.side(), empty(order)));
        open.forEach(position -> listed.put(position.symbol() + position.side(), position));
        return List.copyOf(listed.values());
    }

    private static Position empty(ContractPlacement order) {
        return new Position(order.symbol(), order.side(), order.created(), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    BigDecimal wallet(String asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** What all positions would bring in an asset. */
    BigDecimal unrealized(String asset) {
        return asset.equals(Contract.MARGIN_ASSET)
                ? open.stream().map(this::profit).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
    }

    BigDecimal profit(Position position) {
        return position.profit(mark(position));
    }

    BigDecimal mark(Position position) {
        return positions.mark(position.symbol(), at);
    }

    /** Negative for what was sold short. */
    BigDecimal notional(Position position) {
        return position.amount().multiply(mark(position)).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    BigDecimal initial(Position position) {
        return share(notional(position), INITIAL);
    }

    BigDecimal maintenance(Position position) {
        return share(notional(position), MAINTENANCE);
    }

    /** Initial margin of everything that an asset stands for. */
    BigDecimal initial(String asset) {
        return asset.equals(Contract.MARGIN_ASSET)
                ? open.stream().map(this::initial).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
    }

    /** Maintenance margin of everything that an asset stands for. */
    BigDecimal maintenance(String asset) {
        return asset.equals(Contract.MARGIN_ASSET)
                ? open.stream().map(this::maintenance).reduce(BigDecimal.ZERO, BigDecimal::add)
                : BigDecimal.ZERO;
    }

    /** What could be used for more, 0 or more. */
    BigDecimal available(String asset) {
        return wallet(asset).add(unrealized(asset)).subtract(initial(asset)).max(BigDecimal.ZERO);
    }

    private static BigDecimal share(BigDecimal notional, BigDecimal rate) {
        return notional.abs().multiply(rate).setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
    }
}
