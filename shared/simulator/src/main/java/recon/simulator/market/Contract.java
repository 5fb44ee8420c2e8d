package recon.simulator.market;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A perpetual contract whose margin is dollars.
 *
 * @param symbol the exchange's name of it
 * @param base what it is about
 * @param tick steps of the price, in dollars
 * @param step steps of the quantity, in the base asset
 */
public record Contract(String symbol, String base, BigDecimal tick, BigDecimal step) {
    /** What all contracts are paid in. */
    public static final String MARGIN_ASSET = "USDT";

    private static final List<Contract> ALL = List.of(
            contract("BTC", "0.1", "0.001"),
            contract("ETH", "0.01", "0.001"),
            contract("BNB", "0.01", "0.01"),
            contract("XRP", "0.0001", "0.1"),
            contract("LINK", "0.001", "0.01"),
            contract("LTC", "0.01", "0.001"),
            contract("币安人生", "0.00001", "1"));

    public Contract {
        requireNonNull(symbol, "symbol is null");
        requireNonNull(base, "base is null");
        requireNonNull(tick, "tick is null");
        requireNonNull(step, "step is null");
    }

    /** All contracts, in the order of the exchange's list. */
    public static List<Contract> all() {
        return ALL;
    }

    /** The contract of a name. */
    public static Optional<Contract> named(String symbol) {
        return ALL.stream().filter(contract -> contract.symbol.equals(symbol)).findFirst();
    }

    /** The price rounded to a tick. */
    public BigDecimal price(BigDecimal wanted) {
        return wanted.divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick).max(tick);
    }

    /** The quantity cut down to what can be traded. */
    public BigDecimal quantity(BigDecimal wanted) {
        return wanted.divide(step, 0, RoundingMode.DOWN).multiply(step);
    }

    private static Contract contract(String base, String tick, String step) {
        return new Contract(base + MARGIN_ASSET, base, new BigDecimal(tick), new BigDecimal(step));
    }
}
