package recon.ledger.position;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.ForcedClose;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.PositionRows;
import recon.ledger.position.row.PositionSide;

/** Rows of an account as a test tells them: a fill comes with its income, as the exchange writes it. */
public final class Journal {
    public static final String ACCOUNT = "7";
    public static final String SYMBOL = "BNBUSDT";
    /** 2026-01-01T00:00:00Z. */
    public static final long START = 1_767_225_600_000L;

    public final List<FuturesFill> fills = new ArrayList<>();
    public final List<FuturesOrder> orders = new ArrayList<>();
    public final List<FuturesIncome> income = new ArrayList<>();
    public final List<CapturedPosition> captures = new ArrayList<>();
    private long tranId = 1;

    /** What came out of a fold. */
    public record Folded(
            List<Lifecycle> closed,
            List<Lifecycle> open,
            List<PendingPosition> pending,
            List<IncomeRemainder> remainder,
            List<PositionFinding> findings,
            Conservation conservation) {}

    /** {@code side} as {@code "BUY LONG"}; time in seconds from the start. */
    public Journal fill(long id, String side, String quantity, String price, String profit, String fee, long second) {
        return fill(SYMBOL, id, 100 + id, side, quantity, price, profit, fee, "USDT", START + 1000 * second);
    }

    public Journal fill(
            String symbol,
            long id,
            long orderId,
            String side,
            String quantity,
            String price,
            String profit,
            String fee,
            String feeAsset,
            long time) {
        String[] sides = side.split(" ", -1);
        PositionSide position = sides.length == 1 ? PositionSide.BOTH : PositionSide.valueOf(sides[1]);
        fills.add(new FuturesFill(
                ACCOUNT,
                symbol,
                id,
                orderId,
                position,
                sides[0].equals("BUY"),
                false,
                new BigDecimal(price),
                new BigDecimal(quantity),
                new BigDecimal(profit),
                new BigDecimal(fee),
                feeAsset,
                "",
                time));
        if (new BigDecimal(profit).signum() != 0) {
            income(symbol, "REALIZED_PNL", profit, "USDT", "" + id, time);
        }
        if (new BigDecimal(fee).signum() != 0) {
            income(symbol, "COMMISSION", new BigDecimal(fee).negate().toPlainString(), feeAsset, "" + id, time);
        }
        return this;
    }

    public Journal income(String symbol, String type, String amount, String asset, String tradeId, long time) {
        income.add(new FuturesIncome(
                ACCOUNT, type, tranId++, symbol, asset, new BigDecimal(amount), Instant.ofEpochMilli(time), tradeId));
        return this;
    }

    public Journal income(String type, String amount, long second) {
        return income(SYMBOL, type, amount, "USDT", "", START + 1000 * second);
    }

    public Journal capture(PositionSide side, String size, String mark, long second) {
        captures.add(new CapturedPosition(
                ACCOUNT,
                SYMBOL,
                side,
                new BigDecimal(size),
                Optional.of(mark).filter(text -> !text.isEmpty()).map(BigDecimal::new),
                START + 1000 * second));
        return this;
    }

    /** An order that works from one second to another; status {@code NEW} works on. */
    public Journal order(
            long id, String side, String type, String status, String trigger, String clientId, long from, long to) {
        String[] sides = side.split(" ", -1);
        orders.add(new FuturesOrder(
                ACCOUNT,
                SYMBOL,
                FuturesOrder.Kind.PLAIN,
                id,
                0,
                sides.length == 1 ? PositionSide.BOTH : PositionSide.valueOf(sides[1]),
                sides[0].equals("BUY"),
                type,
                status,
                BigDecimal.ONE,
                status.equals("FILLED") ? BigDecimal.ONE : BigDecimal.ZERO,
                new BigDecimal(trigger),
                !trigger.equals("0"),
                ForcedClose.ofClientOrderId(clientId),
                START + 1000 * from,
                START + 1000 * to));
        return this;
    }

    public PositionRows rows() {
        PositionRows rows = new PositionRows();
        fills.forEach(rows::fill);
        orders.forEach(rows::order);
        income.forEach(rows::income);
        return rows;
    }

    public Folded fold() {
        return fold(Known.NOTHING);
    }

    public Folded fold(Known known) {
        return fold(rows(), captures, known);
    }

    public static Folded fold(PositionRows rows, List<CapturedPosition> captures, Known known) {
        return told(sink -> {
            PositionFold fold = new PositionFold(ACCOUNT, known, sink);
            new PositionStream(
                            rows.orders().iterator(),
                            rows.fills().iterator(),
                            rows.income(PositionStream.INCOME_ORDER).iterator(),
                            captures.stream().sorted(CapturedPosition.ORDER).iterator())
                    .into(fold);
            return fold.finish();
        });
    }

    /** What a fold tells. */
    public static Folded told(Function<PositionSink, Conservation> fold) {
        List<Lifecycle> closed = new ArrayList<>();
        List<Lifecycle> open = new ArrayList<>();
        List<PendingPosition> pending = new ArrayList<>();
        List<IncomeRemainder> remainder = new ArrayList<>();
        List<PositionFinding> findings = new ArrayList<>();
        PositionSink sink = new PositionSink() {
            @Override
            public void closed(Lifecycle lifecycle) {
                closed.add(lifecycle);
            }

            @Override
            public void open(Lifecycle lifecycle) {
                open.add(lifecycle);
            }

            @Override
            public void pending(PendingPosition position) {
                pending.add(position);
            }

            @Override
            public void remainder(IncomeRemainder row) {
                remainder.add(row);
            }

            @Override
            public void finding(PositionFinding finding) {
                findings.add(finding);
            }
        };
        return new Folded(closed, open, pending, remainder, findings, fold.apply(sink));
    }

    /** What {@link OpeningSearch} finds in these rows. */
    public Known withOpenings() {
        List<Opening> openings = OpeningSearch.of(
                rows().fills().iterator(),
                captures.stream().sorted(CapturedPosition.ORDER).iterator());
        return new Known(Known.NOTHING.contracts(), Known.NOTHING.rates(), Known.NOTHING.prices(), openings);
    }
}
