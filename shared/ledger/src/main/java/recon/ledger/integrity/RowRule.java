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
 * @param time the field of its time, epoch milliseconds
 * @param always whether every row is booked, whatever it says
 * @param amounts what the legs must come to
 */
record RowRule(List<String> id, String time, boolean always, Amounts amounts) {
    /** The amounts that the legs of a booking must have. */
    @FunctionalInterface
    interface Amounts {
        /** Signed; in any order; empty if the row does not say them. */
        Optional<List<BigDecimal>> of(ArchivedRow row, Booking booking, LedgerSettings settings);
    }

    private static final String TRAN_ID = "tranId";
    private static final String AMOUNT = "amount";
    private static final String TIME = "time";

    /** By the source that archived the row. Of others only the place of a row is checked. */
    private static final Map<String, RowRule> ALL = Map.of(
            "spot-trades",
            new RowRule(List.of("symbol", "id", "orderId"), TIME, true, RowRule::trade),
            "margin-trades",
            new RowRule(List.of("symbol", "id", "orderId"), TIME, true, RowRule::trade),
            "futures-income",
            new RowRule(
                    List.of("incomeType", TRAN_ID, "asset", "symbol", "tradeId"),
                    TIME,
                    true,
                    (row, booking, settings) -> row.amount("income").map(List::of)),
            "deposits",
            new RowRule(
                    List.of("id"),
                    "insertTime",
                    false,
                    (row, booking, settings) -> row.amount(AMOUNT).map(List::of)),
            "withdrawals",
            new RowRule(List.of("id"), "applyTime", false, RowRule::withdrawal),
            "universal-transfers",
            new RowRule(
                    List.of(TRAN_ID),
                    "createTimeStamp",
                    false,
                    (row, booking, settings) -> side(row.amount(AMOUNT), booking)),
            "legacy-transfers",
            new RowRule(List.of(TRAN_ID), TIME, false, (row, booking, settings) -> side(row.amount("qty"), booking)),
            "own-transfers",
            new RowRule(
                    List.of(TRAN_ID),
                    "timestamp",
                    false,
                    (row, booking, settings) -> sides(row.amount(AMOUNT), booking)));

    RowRule {
        id = List.copyOf(id);
        requireNonNull(time, "time is null");
        requireNonNull(amounts, "amounts is null");
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
