package recon.simulator.world;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * In what form an order in a contract is placed.
 *
 * @param type {@code LIMIT} or {@code MARKET}
 * @param timeInForce {@code GTC} or {@code IOC}
 * @param price dollars; zero for a market order
 * @param name the client order id
 * @param charging what its fills are charged
 */
record OrderForm(String type, String timeInForce, BigDecimal price, String name, Charging charging) {
    /** What fills are charged. */
    enum Charging {
        /** As an order that rested, in dollars. */
        MAKER,
        /** As an order that took, in dollars. */
        TAKER,
        /** As an order that rested, in BNB where there is enough. */
        MAKER_IN_BNB,
        /** As an order that took, in BNB where there is enough. */
        TAKER_IN_BNB,
        /** Nothing. */
        FREE;

        boolean maker() {
            return this == MAKER || this == MAKER_IN_BNB;
        }

        boolean inBnb() {
            return this == MAKER_IN_BNB || this == TAKER_IN_BNB;
        }
    }

    OrderForm {
        requireNonNull(type, "type is null");
        requireNonNull(timeInForce, "timeInForce is null");
        requireNonNull(price, "price is null");
        requireNonNull(name, "name is null");
        requireNonNull(charging, "charging is null");
    }

    static OrderForm market(String name, Charging charging) {
        return new OrderForm("MARKET", "GTC", BigDecimal.ZERO, name, charging);
    }

    static OrderForm limit(BigDecimal price, String name, Charging charging) {
        return new OrderForm("LIMIT", "GTC", price, name, charging);
    }

    static OrderForm immediate(BigDecimal price, String name, Charging charging) {
        return new OrderForm("LIMIT", "IOC", price, name, charging);
    }

    /** Whether the exchange itself placed it, which asks neither for money nor whether the contract is still traded. */
    boolean forced() {
        return name.contains("autoclose");
    }
}
