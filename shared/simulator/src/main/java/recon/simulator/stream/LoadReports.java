package recon.simulator.stream;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import recon.simulator.draw.Draw;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;
import recon.simulator.event.OrderStatus;
import recon.simulator.event.Placement;
import recon.simulator.market.Symbol;

/**
 * Makes up the reports of orders without end: each is taken, filled in one to three parts, and now and then cancelled
 * before it is full. A function of the seed but for the times.
 */
final class LoadReports {
    private static final BigDecimal FEE = new BigDecimal("0.00075");
    private static final int MOST_PARTS = 3;
    private static final int MOST_STEPS = 2_000;
    private static final int MONEY_SCALE = 8;
    private static final long FIRST_ID = 5_000_000_000L;
    private static final long MICROS = 1_000;

    private final Draw draw;
    private final List<Symbol> symbols;
    private final Queue<Step> ahead = new ArrayDeque<>();
    private long lastOrder = FIRST_ID;
    private long lastExecution = FIRST_ID;
    private long lastTrade = FIRST_ID;

    private record Step(Symbol symbol, boolean buy, long order, Execution execution, int parts, int filled, int size) {}

    LoadReports(long seed, List<Symbol> symbols) {
        this.draw = Draw.of(seed, "load");
        this.symbols = List.copyOf(symbols);
    }

    /**
     * The next report.
     *
     * @param micros the time of its emission, epoch microseconds
     */
    ExecutionReport next(long micros) {
        if (ahead.isEmpty()) {
            plan();
        }
        return report(ahead.remove(), micros);
    }

    private void plan() {
        Symbol symbol = draw.pick(symbols);
        boolean buy = draw.chance(50);
        long order = ++lastOrder;
        int parts = draw.between(1, MOST_PARTS);
        int size = draw.between(1, MOST_STEPS);
        boolean cancelled = draw.chance(15);
        ahead.add(new Step(symbol, buy, order, Execution.NEW, parts, 0, size));
        for (int filled = 1; filled <= (cancelled ? parts - 1 : parts); filled++) {
            ahead.add(new Step(symbol, buy, order, Execution.TRADE, parts, filled, size));
        }
        if (cancelled) {
            ahead.add(new Step(symbol, buy, order, Execution.CANCELED, parts, parts - 1, size));
        }
    }

    private ExecutionReport report(Step step, long micros) {
        long ms = micros / MICROS;
        Symbol symbol = step.symbol;
        BigDecimal part = symbol.grain().multiply(BigDecimal.valueOf(step.size));
        BigDecimal price = symbol.tick().multiply(BigDecimal.valueOf(20_000L + step.size));
        BigDecimal filled = part.multiply(BigDecimal.valueOf(step.filled));
        BigDecimal quantity = part.multiply(BigDecimal.valueOf(step.parts));
        Placement placement = new Placement(
                symbol.name(),
                step.order,
                LoadEmitter.PREFIX + micros,
                step.buy,
                "LIMIT",
                "GTC",
                quantity,
                price,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                -1,
                ms,
                "EXPIRE_MAKER",
                OptionalLong.empty(),
                OptionalInt.empty());
        OrderStatus status = switch (step.execution) {
            case NEW -> OrderStatus.NEW;
            case TRADE -> step.filled == step.parts ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
            default -> OrderStatus.CANCELED;
        };
        return new ExecutionReport(
                placement,
                step.execution,
                status,
                placement.clientOrderId(),
                step.execution == Execution.CANCELED ? "original" : "",
                "NONE",
                quantity,
                filled,
                filled.multiply(price),
                step.execution == Execution.TRADE ? Optional.of(fill(step, part, price)) : Optional.empty(),
                ms,
                ms,
                ++lastExecution,
                !status.ended(),
                OptionalLong.of(ms),
                Optional.empty(),
                Optional.empty());
    }

    private Fill fill(Step step, BigDecimal part, BigDecimal price) {
        BigDecimal fee = part.multiply(price).multiply(FEE).setScale(MONEY_SCALE, RoundingMode.DOWN);
        return new Fill(++lastTrade, price, part, part.multiply(price), fee, step.symbol.quote(), true);
    }
}
