package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.market.Contract;
import recon.simulator.world.Positions;

/**
 * {@code GET /fapi/v1/klines}, of the intervals {@code 1m}, {@code 1h} and {@code 1d}: ascending; the oldest from {@code
 * startTime} on where the limit cuts, else the newest.
 */
final class ContractKlines implements Endpoint {
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_500;
    private static final int LOOKS = 4;
    private static final long MINUTE_MS = 60_000;
    private static final Map<String, Long> INTERVALS =
            Map.of("1m", MINUTE_MS, "1h", 60 * MINUTE_MS, "1d", Window.DAY_MS);

    @Override
    public String path() {
        return "/fapi/v1/klines";
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    /** The more is asked for, the more it costs. */
    @Override
    public int weight(Parameters parameters) {
        int limit;
        try {
            limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        } catch (Refusal refused) {
            return 1; // it will be refused
        }
        if (limit < 100) {
            return 1;
        }
        if (limit < 500) {
            return 2;
        }
        return limit <= 1_000 ? 5 : 10;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "interval", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Contract contract = asked.contract();
        long length = Optional.ofNullable(INTERVALS.get(parameters.mandatory("interval")))
                .orElseThrow(() -> Refusal.of(-1120, "Invalid interval."));
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        OptionalLong start = parameters.number("startTime");
        long end = Math.min(parameters.number("endTime").orElse(asked.now()), asked.now());
        long newest = Math.floorDiv(end, length) * length;
        long oldest = Math.ceilDiv(start.orElse(newest - (limit - 1) * length), length) * length;
        Positions positions = asked.world().positionsUntil(asked.now());
        List<Long> opens = new ArrayList<>();
        for (long open = Math.max(oldest, Klines.LISTED); open <= newest && opens.size() < limit; open += length) {
            if (asked.world().market().settlement().open(contract, open)) {
                opens.add(open);
            }
        }
        json.writeStartArray();
        for (long open : opens) {
            write(positions, contract, open, length, asked.now(), json);
        }
        json.writeEndArray();
    }

    private static void write(
            Positions positions, Contract contract, long open, long length, long now, JsonGenerator json)
            throws IOException {
        long last = Math.min(open + length - 1, now);
        BigDecimal first = positions.mark(contract.symbol(), open);
        BigDecimal close = positions.mark(contract.symbol(), last);
        BigDecimal high = first.max(close);
        BigDecimal low = first.min(close);
        for (int i = 1; i < LOOKS; i++) {
            BigDecimal price = positions.mark(contract.symbol(), open + (last - open) * i / LOOKS);
            high = high.max(price);
            low = low.min(price);
        }
        json.writeStartArray();
        json.writeNumber(open);
        for (BigDecimal price : List.of(first, high, low, close)) {
            json.writeString(price.toPlainString());
        }
        json.writeString("1000");
        json.writeNumber(open + length - 1);
        json.writeString(Money.plain(close.multiply(BigDecimal.valueOf(1_000))));
        json.writeNumber(100);
        json.writeString("0");
        json.writeString("0");
        json.writeString("0");
        json.writeEndArray();
    }
}
