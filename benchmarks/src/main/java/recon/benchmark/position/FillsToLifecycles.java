package recon.benchmark.position;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Conservation;
import recon.ledger.position.IncomeRemainder;
import recon.ledger.position.Known;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.PendingPosition;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.PositionFold;
import recon.ledger.position.PositionSink;
import recon.ledger.position.PositionStream;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.ListedContracts;

/** Fills and their income, parsed and sorted, folded into lifecycles on one core: how long the whole takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class FillsToLifecycles {
    /** How many fills there are. */
    @Param("1000000")
    private int fills;

    private TradingDay day = new TradingDay(0);

    /** As JMH makes it. */
    public FillsToLifecycles() {}

    FillsToLifecycles(int fills) {
        this.fills = fills;
    }

    /** Makes the rows. */
    @Setup
    public void rows() {
        day = new TradingDay(fills);
    }

    /** All rows through one fold. */
    @Benchmark
    public Counted fold() {
        return fold(new Counted());
    }

    /** The rows that were made. */
    TradingDay rowsOf() {
        return day;
    }

    Counted fold(Counted counted) {
        return fold(day.fills.iterator(), day.income.iterator(), counted);
    }

    Counted fold(Iterator<FuturesFill> fills, Iterator<FuturesIncome> income, Counted counted) {
        PositionFold fold = new PositionFold(
                TradingDay.ACCOUNT,
                new Known(
                        new ListedContracts(Map.of(), false),
                        FundingRates.NONE,
                        (asset, in, time) -> Optional.of(BigDecimal.valueOf(612)),
                        List.of()),
                counted);
        new PositionStream(Collections.emptyIterator(), fills, income, Collections.emptyIterator()).into(fold);
        counted.conservation = fold.finish();
        return counted;
    }

    /** Counts what is told, and keeps none of it. */
    public static class Counted implements PositionSink {
        long closed;
        long open;
        long others;
        Conservation conservation = new Conservation(List.of(), BigDecimal.ZERO, BigDecimal.ZERO);

        @Override
        public void closed(Lifecycle lifecycle) {
            closed++;
        }

        @Override
        public void open(Lifecycle lifecycle) {
            open++;
        }

        @Override
        public void pending(PendingPosition position) {
            others++;
        }

        @Override
        public void remainder(IncomeRemainder remainder) {
            others++;
        }

        @Override
        public void finding(PositionFinding finding) {
            others++;
        }
    }
}
