package recon.simulator.world;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.simulator.futures.PositionFlag;
import recon.simulator.futures.PositionSide;
import recon.simulator.futures.PositionTruth;

/**
 * What the exchange wrote down of one position while it happened: it knows of each fill what it closes and what it opens,
 * and of each charge whose it is. Nothing here is worked out afterwards.
 */
public final class PositionStory {
    private final String uid;
    private final String symbol;
    private final PositionSide side;
    private final boolean bought;
    private final List<Note> notes = new ArrayList<>();

    private record Note(long at, Fact fact) {}

    private sealed interface Fact {}

    private record Entered(long fill, BigDecimal qty, BigDecimal price, BigDecimal fee, String asset) implements Fact {}

    private record Left(long fill, BigDecimal qty, BigDecimal price, BigDecimal profit, BigDecimal fee, String asset)
            implements Fact {}

    private record Funded(BigDecimal amount) implements Fact {}

    private record Cleared(BigDecimal amount) implements Fact {}

    private record Moved(BigDecimal qty) implements Fact {}

    private record Guarded(boolean againstLoss, BigDecimal trigger) implements Fact {}

    private record Marked(PositionFlag flag) implements Fact {}

    private record Closed() implements Fact {}

    PositionStory(String uid, String symbol, PositionSide side, boolean bought) {
        this.uid = requireNonNull(uid, "uid is null");
        this.symbol = requireNonNull(symbol, "symbol is null");
        this.side = requireNonNull(side, "side is null");
        this.bought = bought;
    }

    void entered(long at, long fill, BigDecimal qty, BigDecimal price, BigDecimal fee, String asset) {
        notes.add(new Note(at, new Entered(fill, qty, price, fee, asset)));
    }

    void left(long at, long fill, BigDecimal qty, BigDecimal price, BigDecimal profit, BigDecimal fee, String asset) {
        notes.add(new Note(at, new Left(fill, qty, price, profit, fee, asset)));
    }

    void funded(long at, BigDecimal amount) {
        notes.add(new Note(at, new Funded(amount)));
    }

    void cleared(long at, BigDecimal amount) {
        notes.add(new Note(at, new Cleared(amount)));
    }

    /** @param qty base asset; negative: it went away */
    void moved(long at, BigDecimal qty) {
        notes.add(new Note(at, new Moved(qty)));
        marked(at, PositionFlag.MOVED);
    }

    void guarded(long at, boolean againstLoss, BigDecimal trigger) {
        notes.add(new Note(at, new Guarded(againstLoss, trigger)));
    }

    void marked(long at, PositionFlag flag) {
        notes.add(new Note(at, new Marked(flag)));
    }

    void closed(long at) {
        notes.add(new Note(at, new Closed()));
    }

    /** When it was opened, epoch ms. */
    long opened() {
        return notes.getFirst().at();
    }

    /** What it comes to by all that is stamped before the instant; empty if it had not been opened. */
    public Optional<PositionTruth> told(long before) {
        if (opened() >= before) {
            return Optional.empty();
        }
        Sums sums = new Sums();
        notes.stream().filter(note -> note.at() < before).forEach(sums::add);
        return Optional.of(sums.told());
    }

    /** The notes in the order of their happening, added up. */
    private final class Sums {
        private final Set<PositionFlag> flags = EnumSet.noneOf(PositionFlag.class);
        private final SortedMap<String, BigDecimal> commission = new TreeMap<>();
        private long first;
        private long last;
        private BigDecimal entered = BigDecimal.ZERO;
        private BigDecimal enteredValue = BigDecimal.ZERO;
        private BigDecimal left = BigDecimal.ZERO;
        private BigDecimal leftValue = BigDecimal.ZERO;
        private BigDecimal moved = BigDecimal.ZERO;
        private BigDecimal profit = BigDecimal.ZERO;
        private BigDecimal funding = BigDecimal.ZERO;
        private BigDecimal cleared = BigDecimal.ZERO;
        private Optional<Instant> closed = Optional.empty();
        private Optional<BigDecimal> stopLoss = Optional.empty();
        private Optional<BigDecimal> takeProfit = Optional.empty();

        private void add(Note note) {
            switch (note.fact()) {
                case Entered(long fill, BigDecimal qty, BigDecimal price, BigDecimal fee, String asset) -> {
                    first = first == 0 ? fill : first;
                    entered = entered.add(qty);
                    enteredValue = enteredValue.add(qty.multiply(price));
                    paid(fill, fee, asset);
                }
                case Left(
                        long fill,
                        BigDecimal qty,
                        BigDecimal price,
                        BigDecimal won,
                        BigDecimal fee,
                        String asset) -> {
                    left = left.add(qty);
                    leftValue = leftValue.add(qty.multiply(price));
                    profit = profit.add(won);
                    paid(fill, fee, asset);
                }
                case Funded(BigDecimal amount) -> funding = funding.add(amount);
                case Cleared(BigDecimal amount) -> cleared = cleared.add(amount);
                case Moved(BigDecimal qty) -> moved = moved.add(qty);
                case Guarded(boolean againstLoss, BigDecimal trigger) -> {
                    stopLoss = againstLoss ? Optional.of(trigger) : stopLoss;
                    takeProfit = againstLoss ? takeProfit : Optional.of(trigger);
                }
                case Marked(PositionFlag flag) -> flags.add(flag);
                case Closed() -> closed = Optional.of(Instant.ofEpochMilli(note.at()));
            }
        }

        private void paid(long fill, BigDecimal fee, String asset) {
            last = fill;
            if (fee.signum() != 0) {
                commission.merge(asset, fee, BigDecimal::add);
            }
        }

        private PositionTruth told() {
            return new PositionTruth(
                    uid,
                    symbol,
                    side,
                    bought,
                    first,
                    last,
                    entered,
                    enteredValue,
                    left,
                    leftValue,
                    moved,
                    profit,
                    commission,
                    funding,
                    cleared,
                    Instant.ofEpochMilli(opened()),
                    closed,
                    stopLoss,
                    takeProfit,
                    flags);
        }
    }
}
