package recon.simulator.world;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import recon.simulator.SimulatedAccount;
import recon.simulator.draw.Draw;
import recon.simulator.futures.PositionSide;
import recon.simulator.market.Contract;
import recon.simulator.market.Prices;

/** What is open in contracts: how it came to be over time, and what it is worth. */
public final class Positions {
    private final Prices prices;
    private final FundingRates rates;
    private final Set<String> hedged = new HashSet<>();
    private final Map<String, Map<String, Position>> current = new HashMap<>();
    private final Shelf<Position> changes = new Shelf<>(Position::at);

    /** Every other account is in hedge mode; which ones depends on the seed. */
    Positions(long seed, List<SimulatedAccount> accounts, Prices prices) {
        this.prices = prices;
        this.rates = new FundingRates(seed);
        int first = Draw.of(seed, "position mode").below(2);
        for (int place = first; place < accounts.size(); place += 2) {
            hedged.add(accounts.get(place).uid());
        }
    }

    /** What is paid for holding them. */
    public FundingRates rates() {
        return rates;
    }

    void changed(String uid, Position position) {
        changes.add(uid, position);
        current.computeIfAbsent(uid, _ -> new TreeMap<>()).put(key(position.symbol(), position.side()), position);
    }

    /** Whether the account keeps a long and a short position of a contract apart. */
    public boolean hedged(String uid) {
        return hedged.contains(uid);
    }

    /** What the account holds of a contract on a side, as far as the world has come. */
    Position current(String uid, String symbol, PositionSide side) {
        return current.getOrDefault(uid, Map.of()).getOrDefault(key(symbol, side), Position.none(symbol, side));
    }

    /** All that is open as far as the world has come, by contract and side. */
    List<Position> current(String uid) {
        return opened(current.getOrDefault(uid, Map.of()).values());
    }

    /** The open ones of an account after everything stamped up to the instant, by contract and side. */
    public List<Position> open(String uid, long now) {
        Map<String, Position> last = new TreeMap<>();
        changes.of(uid)
                .between(Long.MIN_VALUE, now)
                .forEach(change -> last.put(key(change.symbol(), change.side()), change));
        return opened(last.values());
    }

    /** The mark price at an instant, in dollars. */
    public BigDecimal mark(String symbol, long ms) {
        Contract contract = Contract.named(symbol).orElseThrow();
        return contract.price(prices.usd(contract.base(), ms));
    }

    /** Dollars that everything open stands for, whichever side it is on, as far as the world has come. */
    BigDecimal notional(String uid, long now) {
        return current(uid).stream()
                .map(position -> position.amount().abs().multiply(mark(position.symbol(), now)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Position> opened(Collection<Position> positions) {
        List<Position> opened = new ArrayList<>(positions);
        opened.removeIf(position -> !position.open());
        return List.copyOf(opened);
    }

    private static String key(String symbol, PositionSide side) {
        return symbol + " " + side;
    }
}
