package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.world.DividendRow;

/** {@code GET /sapi/v1/asset/assetDividend}: newest first, the newest where the limit cuts; the total counts them all. */
final class AssetDividends implements Endpoint {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 500;
    private static final long SPAN_MS = 180 * Window.DAY_MS;

    @Override
    public String path() {
        return "/sapi/v1/asset/assetDividend";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 10;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("asset", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Window window = Window.upTo(asked, SPAN_MS, SPAN_MS, () -> Refusal.of(-7001, "Date range is not supported."));
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        Optional<String> asset = parameters.text("asset");
        List<DividendRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .dividends()
                .of(asked.account().uid())
                .between(window.from(), window.to())
                .reversed()
                .stream()
                .filter(row -> asset.isEmpty() || row.asset().equals(asset.get()))
                .toList();
        json.writeStartObject();
        json.writeArrayFieldStart("rows");
        for (DividendRow row : Pages.cut(rows, 0, limit)) {
            json.writeStartObject();
            json.writeNumberField("id", row.id());
            json.writeStringField("amount", Money.plain(row.amount()));
            json.writeStringField("asset", row.asset());
            json.writeNumberField("divTime", row.time());
            json.writeStringField("enInfo", row.info());
            json.writeNumberField("tranId", row.tranId());
            json.writeNumberField("direction", row.in() ? 1 : -1);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total", rows.size());
        json.writeEndObject();
    }
}
