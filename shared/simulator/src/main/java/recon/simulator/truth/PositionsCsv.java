package recon.simulator.truth;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import recon.simulator.SimulatedAccount;
import recon.simulator.Truth;
import recon.simulator.futures.PositionTruth;

/**
 * {@code positions.csv} of the truth: one row for every position's life, closed or open. Decimals are plain and without
 * trailing zeros, times epoch ms of the exchange's clock; an empty cell is what there is none of. {@code commission} lists
 * the assets, {@code 1.5 USDT;0.001 BNB}, positive where paid.
 */
public final class PositionsCsv {
    private static final List<String> HEADER = List.of(
            "email",
            "symbol",
            "position_side",
            "direction",
            "state",
            "first_fill",
            "last_fill",
            "entry_quantity",
            "entry_value",
            "exit_quantity",
            "exit_value",
            "moved_quantity",
            "open_quantity",
            "realized_pnl",
            "commission",
            "funding",
            "insurance_clear",
            "opened",
            "closed",
            "stop_loss",
            "take_profit",
            "flags");

    private PositionsCsv() {}

    /** The whole text, by email, opening and symbol, with its header; lines end with CR LF. */
    public static String of(Truth truth, List<SimulatedAccount> accounts, Instant at) {
        requireNonNull(at, "at is null");
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        accounts.stream()
                .sorted(Comparator.comparing(SimulatedAccount::email))
                .forEach(account -> truth.positions(account.uid(), at).stream()
                        .sorted(Comparator.comparing(PositionTruth::opened)
                                .thenComparing(PositionTruth::symbol)
                                .thenComparingLong(PositionTruth::firstFill)
                                .thenComparing(PositionTruth::side))
                        .forEach(life -> lines.add(cells(account.email(), life))));
        return lines.stream().map(cells -> String.join(",", cells)).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static List<String> cells(String email, PositionTruth life) {
        return List.of(
                email,
                life.symbol(),
                life.side().name(),
                life.bought() ? "LONG" : "SHORT",
                life.closed().isPresent() ? "CLOSED" : "OPEN",
                Long.toString(life.firstFill()),
                Long.toString(life.lastFill()),
                plain(life.entryQuantity()),
                plain(life.entryValue()),
                plain(life.exitQuantity()),
                plain(life.exitValue()),
                plain(life.movedQuantity()),
                plain(life.open()),
                plain(life.realizedPnl()),
                life.commission().entrySet().stream().map(PositionsCsv::fee).collect(Collectors.joining(";")),
                plain(life.funding()),
                plain(life.insuranceClear()),
                Long.toString(life.opened().toEpochMilli()),
                life.closed().map(at -> Long.toString(at.toEpochMilli())).orElse(""),
                life.stopLoss().map(PositionsCsv::plain).orElse(""),
                life.takeProfit().map(PositionsCsv::plain).orElse(""),
                life.flags().stream().map(Enum::name).collect(Collectors.joining(";")));
    }

    private static String fee(Map.Entry<String, BigDecimal> paid) {
        return plain(paid.getValue()) + " " + paid.getKey();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
