package recon.simulator.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the spot symbols of a CSV without quoted cells. */
final class SymbolList {
    private static final List<String> HEADER = List.of(
            "symbol",
            "base_asset",
            "quote_asset",
            "status",
            "is_spot_trading_allowed",
            "is_margin_trading_allowed",
            "tick_size",
            "step_size");

    private SymbolList() {}

    /**
     * A symbol and whether the list has it as open.
     *
     * @param trading false for one that was closed when the list was made
     */
    record Line(Symbol symbol, boolean trading) {}

    static List<Line> read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !cells(lines.getFirst()).equals(HEADER)) {
                throw new IllegalArgumentException(csv + ": the first line is not " + String.join(",", HEADER));
            }
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(SymbolList::cells)
                    .filter(cells -> Boolean.parseBoolean(cells.get(4)))
                    .map(SymbolList::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the symbol list", e);
        }
    }

    private static Line line(List<String> cells) {
        Symbol symbol = new Symbol(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                new BigDecimal(cells.get(6)),
                new BigDecimal(cells.get(7)),
                Boolean.parseBoolean(cells.get(5)),
                Symbol.NEVER);
        return new Line(symbol, cells.get(3).equals("TRADING"));
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
