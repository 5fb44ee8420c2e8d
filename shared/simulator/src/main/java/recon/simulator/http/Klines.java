package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.market.Candle;
import recon.simulator.market.Candles;
import recon.simulator.market.Symbol;
import recon.simulator.world.World;

/** {@code GET /api/v3/klines}, of the one interval {@code 1d}: ascending; no row for a day without listing. */
final class Klines implements Endpoint {
    /** Nothing is older in any list of prices: a day of September 2019. */
    static final long LISTED = 1_569_398_400_000L;

    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int MONEY_SCALE = 8;
    private static final int TRADES = 1_000;

    @Override
    public String path() {
        return "/api/v3/klines";
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public int weight(Parameters parameters) {
        return 2;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "interval", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        if (!parameters.mandatory("interval").equals("1d")) {
            throw Refusal.of(-1120, "Invalid interval.");
        }
        json.writeStartArray();
        for (Candle candle : chosen(asked, symbol)) {
            write(candle, json);
        }
        json.writeEndArray();
    }

    /** The oldest from {@code startTime} on; without it the newest up to {@code endTime}. */
    private static List<Candle> chosen(Asked asked, Symbol symbol) throws Refusal {
        World world = asked.world();
        int limit = asked.parameters().within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        OptionalLong start = asked.parameters().number("startTime");
        long end = Math.min(asked.parameters().number("endTime").orElse(asked.now()), asked.now());
        long first = Math.ceilDiv(Math.max(start.orElse(0), world.beginning()), Candles.DAY_MS) * Candles.DAY_MS;
        Candles candles = new Candles(world.prices());
        List<Candle> all = new ArrayList<>();
        for (long open = first; open <= end; open += Candles.DAY_MS) {
            candles.at(symbol, open, asked.now()).ifPresent(all::add);
        }
        return Pages.end(all, limit, start.isPresent());
    }

    private static void write(Candle candle, JsonGenerator json) throws IOException {
        BigDecimal quoteVolume = candle.volume().multiply(candle.close()).setScale(MONEY_SCALE, RoundingMode.DOWN);
        json.writeStartArray();
        json.writeNumber(candle.openTime());
        json.writeString(Money.padded(candle.open()));
        json.writeString(Money.padded(candle.high()));
        json.writeString(Money.padded(candle.low()));
        json.writeString(Money.padded(candle.close()));
        json.writeString(Money.padded(candle.volume()));
        json.writeNumber(candle.openTime() + Candles.DAY_MS - 1);
        json.writeString(Money.padded(quoteVolume));
        json.writeNumber(TRADES);
        json.writeString(Money.padded(BigDecimal.ZERO));
        json.writeString(Money.padded(BigDecimal.ZERO));
        json.writeString("0");
        json.writeEndArray();
    }
}
