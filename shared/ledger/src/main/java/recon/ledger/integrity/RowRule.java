package recon.ledger.integrity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.entry.Booking;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.WithdrawalAmount;

/**
 * What a row of a source must say for a booking to follow from it, in the exchange's own words.
 *
 * @param id the fields that the key of a booking is made of, in their order
 * @param always whether every row is booked, whatever it says, at its {@code time}
 * @param amounts what the legs must come to
 */
record RowRule(List<String> id, boolean always, Amounts amounts) {
    /** The amounts that the legs of a booking must have. */
    @FunctionalInterface
    interface Amounts {
        /** Signed; in any order; empty if the row does not say them. */
        Optional<List<BigDecimal>> of(ArchivedRow row, Booking booking, LedgerSettings settings);
    }

    private static final String TRAN_ID = "tranId";
    private static final String AMOUNT = "amount";

    /** By the source that archived the row. Of others only the place of a row is checked. */
    private static final Map<String, RowRule> ALL = Map.ofEntries(
            entry("spot-trades", true, List.of("symbol", "id", "orderId"), RowRule::trade),
            entry("margin-trades", true, List.of("symbol", "id", "orderId"), RowRule::trade),
            entry("sor-allocations", true, List.of("symbol", "allocationId", "orderId"), RowRule::trade),
            entry(
                    "futures-income",
                    true,
                    List.of("incomeType", TRAN_ID, "asset", "symbol", "tradeId"),
                    (row, booking, settings) -> row.amount("income").map(List::of)),
            entry(
                    "deposits",
                    false,
                    List.of("id"),
                    (row, booking, settings) -> row.amount(AMOUNT).map(List::of)),
            entry("withdrawals", false, List.of("id"), RowRule::withdrawal),
            entry(
                    "universal-transfers",
                    false,
                    List.of(TRAN_ID),
                    (row, booking, settings) -> side(row.amount(AMOUNT), booking)),
            entry(
                    "legacy-transfers",
                    false,
                    List.of(TRAN_ID),
                    (row, booking, settings) -> side(row.amount("qty"), booking)),
            entry(
                    "own-transfers",
                    false,
                    List.of(TRAN_ID),
                    (row, booking, settings) -> sides(row.amount(AMOUNT), booking)));

    RowRule {
        id = List.copyOf(id);
        requireNonNull(amounts, "amounts is null");
    }

    private static Map.Entry<String, RowRule> entry(String source, boolean always, List<String> id, Amounts amounts) {
        return Map.entry(source, new RowRule(id, always, amounts));
    }

    static Optional<RowRule> of(String source) {
        return Optional.ofNullable(ALL.get(source));
    }

    /** The sources of which every row is booked. */
    static Set<String> alwaysBooking() {
        return ALL.entrySet().stream()
                .filter(entry -> entry.getValue().always())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The key of the booking that follows from a row; empty if the row does not say it. */
    Optional<String> externalId(ArchivedRow row) {
        List<String> parts =
                id.stream().flatMap(field -> row.text(field).stream()).toList();
        return parts.size() == id.size() ? Optional.of(String.join(":", parts)) : Optional.empty();
    }

    /** Base, quote and fee. Where the exchange gives no quote amount it is the product. */
    private static Optional<List<BigDecimal>> trade(ArchivedRow row, Booking booking, LedgerSettings settings) {
        Optional<BigDecimal> qty = row.amount("qty");
        Optional<BigDecimal> quote = row.amount("quoteQty").or(() -> product(row));
        Optional<BigDecimal> fee = row.amount("commission");
        Optional<Boolean> buys = row.text("isBuyer").map("true"::equals);
        if (qty.isEmpty() || quote.isEmpty() || fee.isEmpty() || buys.isEmpty()) {
            return Optional.empty();
        }
        boolean buyer = buys.orElseThrow();
        return Optional.of(Stream.of(
                        buyer ? qty.orElseThrow() : qty.orElseThrow().negate(),
                        buyer ? quote.orElseThrow().negate() : quote.orElseThrow(),
                        fee.orElseThrow().negate())
                .filter(amount -> amount.signum() != 0)
                .toList());
    }

    /** What base times price comes to. */
    static Optional<BigDecimal> product(ArchivedRow row) {
        return row.amount("price").flatMap(price -> row.amount("qty").map(price::multiply));
    }

    private static Optional<List<BigDecimal>> withdrawal(ArchivedRow row, Booking booking, LedgerSettings settings) {
        boolean gross = settings.withdrawalAmount() == WithdrawalAmount.GROSS;
        return row.amount(AMOUNT)
                .flatMap(amount -> row.amount("transactionFee")
                        .map(fee -> Stream.of(gross ? amount.subtract(fee) : amount, fee)
                                .filter(part -> part.signum() != 0)
                                .map(part -> booking.part().endsWith("-reversal") ? part : part.negate())
                                .toList()));
    }

    /** One side of a transfer, in a booking of its own. */
    private static Optional<List<BigDecimal>> side(Optional<BigDecimal> amount, Booking booking) {
        return amount.map(moved -> List.of(booking.part().equals("from") ? moved.negate() : moved));
    }

    /** Both sides of a transfer in one booking; the one of a futures wallet is booked elsewhere. */
    private static Optional<List<BigDecimal>> sides(Optional<BigDecimal> amount, Booking booking) {
        return amount.map(moved -> booking.legs().stream()
                .map(leg -> leg.amount().signum() < 0 ? moved.negate() : moved)
                .toList());
    }
}
