package recon.ledger.witness;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import recon.ledger.Wallet;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.booking.LegacyTransfer;
import recon.ledger.booking.MarginLoan;
import recon.ledger.booking.OwnTransfer;
import recon.ledger.booking.UniversalTransfer;

/**
 * What a witnessing source sees of what other sources book.
 *
 * @param witness the witnessing source
 * @param booked the sources that book what it sees
 * @param rows which of their bookings it sees, by their ids
 * @param sees the wallets whose movements it sees
 * @param shareIds whether its rows may have the ids of the bookings
 * @param complete whether it sees all of them: then a booking that it does not show is a discrepancy as well
 * @param perRow whether a row of it is one leg of a booking; if not, the sums of a day are compared
 */
record WitnessRule(
        String witness,
        Set<String> booked,
        Predicate<String> rows,
        Predicate<Wallet> sees,
        boolean shareIds,
        boolean complete,
        boolean perRow) {
    private static final String MARGIN_TRADES = "margin-trades";

    /** All of them. A source that no rule names is compared elsewhere. */
    static final List<WitnessRule> ALL = List.of(
            new WitnessRule(
                    "sub-transfers",
                    Set.of(UniversalTransfer.SOURCE, LegacyTransfer.SOURCE),
                    _ -> true,
                    WitnessRule::notFutures,
                    true,
                    true,
                    true),
            new WitnessRule(
                    "margin-transfers",
                    Set.of(OwnTransfer.SOURCE, UniversalTransfer.SOURCE),
                    _ -> true,
                    WitnessRule::lending,
                    true,
                    true,
                    true),
            new WitnessRule(
                    CapitalFlow.SOURCE,
                    Set.of(OwnTransfer.SOURCE, UniversalTransfer.SOURCE, MarginLoan.SOURCE, MARGIN_TRADES),
                    _ -> true,
                    WitnessRule::lending,
                    false,
                    true,
                    true),
            new WitnessRule(
                    "force-liquidations",
                    Set.of(CapitalFlow.SOURCE),
                    // An order is what was traded for what; its fee and what was paid back are none of it.
                    CapitalFlow::traded,
                    WitnessRule::lending,
                    false,
                    false,
                    false));

    /** The witnesses that show transfers and nothing else; the last one is asked by its ids alone. */
    private static final Set<String> TRANSFERS =
            Set.of("sub-transfers", "legacy-transfers", "margin-transfers", "sub-deposits");

    /** A margin wallet's own book shows everything; the type of a row is at the beginning of its id. */
    private static final String TRANSFER_FLOW = "TRANSFER:";

    WitnessRule {
        requireNonNull(witness, "witness is null");
        booked = Set.copyOf(booked);
        requireNonNull(rows, "rows is null");
        requireNonNull(sees, "sees is null");
    }

    /** Whether a row of a witness is a transfer. */
    static boolean transfer(String source, String externalId) {
        return TRANSFERS.contains(source)
                || (source.equals(CapitalFlow.SOURCE) && externalId.startsWith(TRANSFER_FLOW));
    }

    /** A futures wallet is booked by its income alone. */
    private static boolean notFutures(Wallet wallet) {
        return !wallet.equals(Wallet.FUTURES);
    }

    private static boolean lending(Wallet wallet) {
        return wallet.lends() || wallet.equals(Wallet.ISOLATED_MARGIN);
    }
}
