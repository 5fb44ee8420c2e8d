package recon.simulator.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Symbols for a world that was given no list: well-known assets against four quotes, plausible ticks. */
final class BuiltInList {
    private static final List<String> QUOTES = List.of("USDT", "BTC", "ETH", "BNB");
    private static final List<String> GONE_QUOTES = List.of("BUSD");
    private static final int PRICE_DIGITS = 5;
    private static final int MOST_DECIMALS = 8;

    private BuiltInList() {}

    static List<SymbolList.Line> lines() {
        Prices prices = new Prices(0);
        List<SymbolList.Line> lines = new ArrayList<>();
        for (String base : Market.KNOWN) {
            for (String quote : QUOTES) {
                if (Market.KNOWN.indexOf(quote) < Market.KNOWN.indexOf(base)) {
                    lines.add(line(prices, base, quote, true));
                }
            }
        }
        for (String quote : GONE_QUOTES) {
            lines.add(line(prices, "LTC", quote, false));
            lines.add(line(prices, "ETC", quote, false));
        }
        return lines;
    }

    private static SymbolList.Line line(Prices prices, String base, String quote, boolean trading) {
        BigDecimal dollars = prices.usd(base, 0);
        BigDecimal price = dollars.divide(prices.usd(quote, 0), MathContext.DECIMAL64);
        int tickScale = Math.clamp(PRICE_DIGITS - 1 - magnitude(price), 2, MOST_DECIMALS);
        int stepScale = Math.clamp(magnitude(dollars) + 1, 0, MOST_DECIMALS - Math.min(tickScale, MOST_DECIMALS));
        Symbol symbol = new Symbol(
                base + quote,
                base,
                quote,
                BigDecimal.ONE.movePointLeft(tickScale),
                BigDecimal.ONE.movePointLeft(stepScale),
                trading,
                Symbol.NEVER);
        return new SymbolList.Line(symbol, trading);
    }

    /** Power of ten of the first digit. */
    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }
}
