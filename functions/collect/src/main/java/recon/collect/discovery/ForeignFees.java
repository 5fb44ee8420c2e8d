package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.ledger.Account;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.symbol.Contract;
import recon.storage.ledger.LedgerTable;

/**
 * In which minutes something in a futures contract was paid or received in another asset than its margin asset, such as
 * fees in BNB, and which contract tells what that asset was worth.
 */
public final class ForeignFees {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String PERPETUAL = "PERPETUAL";

    private final LedgerTable ledger;

    public ForeignFees(LedgerTable ledger) {
        this.ledger = requireNonNull(ledger, "ledger is null");
    }

    /**
     * Some minutes of a contract in one piece.
     *
     * @param contract the exchange's symbol
     * @param first the first millisecond of the first minute, epoch ms
     * @param minutes how many
     */
    public record Piece(String contract, long first, int minutes) {
        /** By contract, then by time. */
        public static final Comparator<Piece> ORDER =
                Comparator.comparing(Piece::contract).thenComparingLong(Piece::first);

        /** The first millisecond of its last minute, epoch ms. */
        public long last() {
            return first + (minutes - 1) * MINUTE.toMillis();
        }

        private Optional<Piece> with(Piece next, int most) {
            long length = (next.first() - first) / MINUTE.toMillis() + 1;
            return next.contract().equals(contract) && length <= most
                    ? Optional.of(new Piece(contract, first, (int) length))
                    : Optional.empty();
        }
    }

    /**
     * The minutes that have passed, in as few pieces as possible, in their order.
     *
     * @param from the first moment of the movements, inclusive
     * @param to the last one, exclusive; a minute that is not over then is left out
     * @param most the most minutes of a piece
     */
    public List<Piece> between(
            Collection<Account> accounts, Collection<Contract> listed, Instant from, Instant to, int most) {
        Map<String, Contract> contracts =
                listed.stream().collect(Collectors.toMap(Contract::name, Function.identity()));
        return accounts.stream()
                .flatMap(account -> ledger.bookings(account.id(), from, to).stream())
                .filter(booking -> booking.source().equals(FuturesIncome.SOURCE))
                .flatMap(booking -> booking.legs().stream()
                        .flatMap(leg -> leg instanceof IncomeLeg income ? Stream.of(income) : Stream.of())
                        .flatMap(leg -> price(leg, contracts).stream())
                        .map(contract -> new Piece(contract, minute(booking.time()), 1)))
                .filter(piece -> piece.first() + MINUTE.toMillis() <= to.toEpochMilli())
                .distinct()
                .sorted(Piece.ORDER)
                .collect(
                        ArrayList<Piece>::new,
                        (pieces, next) -> append(pieces, next, most),
                        (pieces, more) -> more.forEach(next -> append(pieces, next, most)));
    }

    private static void append(List<Piece> pieces, Piece next, int most) {
        Optional<Piece> longer =
                pieces.isEmpty() ? Optional.empty() : pieces.getLast().with(next, most);
        longer.ifPresent(_ -> pieces.removeLast());
        pieces.add(longer.orElse(next));
    }

    /** What says how much of the margin asset one unit of the leg's asset was worth; empty where it needs no price. */
    private static Optional<String> price(IncomeLeg leg, Map<String, Contract> contracts) {
        return Optional.ofNullable(contracts.get(leg.symbol()))
                .map(Contract::marginAsset)
                .filter(margin -> !margin.equals(leg.asset()))
                .flatMap(margin -> contracts.values().stream()
                        .filter(contract -> contract.contractType().equals(PERPETUAL))
                        .filter(contract -> contract.baseAsset().equals(leg.asset()))
                        .filter(contract -> contract.quoteAsset().equals(margin))
                        .map(Contract::name)
                        .min(Comparator.naturalOrder()));
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), MINUTE.toMillis()) * MINUTE.toMillis();
    }
}
