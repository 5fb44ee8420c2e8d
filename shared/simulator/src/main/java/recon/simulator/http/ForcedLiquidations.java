package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import recon.simulator.world.LiquidationRow;

/** {@code GET /sapi/v1/margin/forceLiquidationRec}: what the exchange sold for one margin wallet. */
final class ForcedLiquidations implements Endpoint {
    @Override
    public String path() {
        return "/sapi/v1/margin/forceLiquidationRec";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("isolatedSymbol", "startTime", "endTime", "current", "size");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        String pair = asked.isolatedPair();
        long to = Math.min(asked.parameters().number("endTime").orElse(asked.now()), asked.now());
        long from = asked.parameters().number("startTime").orElse(0);
        List<LiquidationRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .liquidations()
                .of(asked.account().uid())
                .between(from, to)
                .reversed()
                .stream()
                .filter(row -> row.pair().equals(pair))
                .toList();
        Descending.write(asked, rows, json, ForcedLiquidations::write);
    }

    private static void write(LiquidationRow row, JsonGenerator json) throws IOException {
        json.writeStringField("avgPrice", Money.padded(row.price()));
        json.writeStringField("executedQty", Money.padded(row.qty()));
        json.writeNumberField("orderId", row.orderId());
        json.writeStringField("price", Money.padded(row.price()));
        json.writeStringField("qty", Money.padded(row.qty()));
        json.writeStringField("side", "SELL");
        json.writeStringField("symbol", row.symbol());
        json.writeStringField("timeInForce", "GTC");
        json.writeBooleanField("isIsolated", !row.pair().isEmpty());
        json.writeNumberField("updatedTime", row.time());
    }
}
