package recon.simulator.world;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import recon.simulator.market.Contract;
import recon.simulator.market.Prices;

/** What is open in contracts: how it came to be over time, and what it is worth. */
public final class Positions {
    private final Prices prices;
    private final Map<String, Map<String, Position>> current = new HashMap<>();
    private final Shelf<Position> changes = new Shelf<>(Position::at);

    Positions(Prices prices) {
        this.prices = prices;
    }

    void changed(String uid, Position position) {
        changes.add(uid, position);
        current.computeIfAbsent(uid, _ -> new TreeMap<>()).put(position.symbol(), position);
    }

    /** All that the account has ever held, as far as the world has come. */
    Map<String, Position> current(String uid) {
        return Collections.unmodifiableMap(current.getOrDefault(uid, Map.of()));
    }

    /** The open ones of an account after everything stamped up to the instant, by contract. */
    public List<Position> open(String uid, long now) {
        Map<String, Position> last = new TreeMap<>();
        changes.of(uid).between(0, now).forEach(change -> last.put(change.symbol(), change));
        return last.values().stream().filter(Position::open).toList();
    }

    /** The mark price at an instant, in dollars. */
    public BigDecimal mark(String symbol, long ms) {
        Contract contract = Contract.named(symbol).orElseThrow();
        return contract.price(prices.usd(contract.base(), ms));
    }

    /** Dollars that everything open stands for, whichever side it is on, as far as the world has come. */
    BigDecimal notional(String uid, long now) {
        return current(uid).values().stream()
                .map(position -> position.amount().abs().multiply(mark(position.symbol(), now)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
