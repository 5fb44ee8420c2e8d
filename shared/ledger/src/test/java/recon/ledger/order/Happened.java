package recon.ledger.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Executions of one order, in few words. */
record Happened(long id, String kind, String status) {
    static final OrderKey ORDER = new OrderKey("7", "ABCUSDT", 9001);
    static final Instant CREATED = Instant.parse("2026-01-05T10:00:00Z");

    /** Nothing traded; {@code quantity} is what was ordered, {@code z} and {@code quote} how far it was filled before. */
    Execution with(String quantity, String z, String quote) {
        return execution(quantity, fill("0", "0", "0", "", Optional.empty()), z, quote, Prevention.NONE);
    }

    Execution trade(String quantity, String l, String price, String fee, String asset, String z, String quote) {
        return execution(quantity, fill(l, price, fee, asset, Optional.of(100 + id)), z, quote, Prevention.NONE);
    }

    Execution prevented(String quantity, String z, String quote, String a, String pl, String pY) {
        return execution(
                quantity, fill("0", "0", "0", "", Optional.empty()), z, quote, new Prevention(d(a), d(pl), d(pY)));
    }

    private static Fill fill(String l, String price, String fee, String asset, Optional<Long> trade) {
        return new Fill(d(l), d(l).multiply(d(price)), d(price), d(fee), asset, trade, false);
    }

    private Execution execution(String quantity, Fill fill, String z, String quote, Prevention prevention) {
        OrderTerms terms = new OrderTerms(
                "bot-77",
                Optional.empty(),
                "BUY",
                "LIMIT",
                "GTC",
                d(quantity),
                d("12"),
                d("0"),
                d("0"),
                d("0"),
                CREATED,
                Optional.of(CREATED));
        return new Execution(
                ORDER,
                id,
                kind,
                status,
                CREATED.plusSeconds(id),
                terms,
                fill,
                new Filled(d(z), d(quote)),
                prevention,
                "",
                "",
                Map.of());
    }

    static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}
