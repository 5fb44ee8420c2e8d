package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import recon.simulator.world.ConvertRow;

/** {@code GET /sapi/v1/convert/tradeFlow}: ascending; says whether there was more than the limit let through. */
final class ConvertHistory implements Endpoint {
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int MONEY_SCALE = 8;
    private static final long SPAN_MS = 30 * Window.DAY_MS;

    @Override
    public String path() {
        return "/sapi/v1/convert/tradeFlow";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Charge charge() {
        return Charge.SAPI_UID;
    }

    @Override
    public int weight(Parameters parameters) {
        return 3_000;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        long from = parameters.number("startTime").orElseThrow(() -> Refusal.missing("startTime"));
        long to = parameters.number("endTime").orElseThrow(() -> Refusal.missing("endTime"));
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        if (to < from || to - from > SPAN_MS) {
            throw Refusal.of(-1127, "More than 30 days between startTime and endTime.");
        }
        List<ConvertRow> rows = asked.world()
                .historyUntil(asked.now())
                .conversions()
                .of(asked.account().uid())
                .between(from, Math.min(to, asked.now()));
        json.writeStartObject();
        json.writeArrayFieldStart("list");
        for (ConvertRow row : Pages.end(rows, limit, true)) {
            write(row, json);
        }
        json.writeEndArray();
        json.writeNumberField("startTime", from);
        json.writeNumberField("endTime", to);
        json.writeNumberField("limit", limit);
        json.writeBooleanField("moreData", rows.size() > limit);
        json.writeEndObject();
    }

    private static void write(ConvertRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("quoteId", row.quoteId());
        json.writeNumberField("orderId", row.orderId());
        json.writeStringField("orderStatus", row.success() ? "SUCCESS" : "FAIL");
        json.writeStringField("fromAsset", row.fromAsset());
        json.writeStringField("fromAmount", Money.plain(row.fromAmount()));
        json.writeStringField("toAsset", row.toAsset());
        json.writeStringField("toAmount", Money.plain(row.toAmount()));
        json.writeStringField("ratio", Money.plain(ratio(row.toAmount(), row.fromAmount())));
        json.writeStringField("inverseRatio", Money.plain(ratio(row.fromAmount(), row.toAmount())));
        json.writeNumberField("createTime", row.time());
        json.writeEndObject();
    }

    private static BigDecimal ratio(BigDecimal of, BigDecimal to) {
        return of.divide(to, MathContext.DECIMAL64).setScale(MONEY_SCALE, RoundingMode.DOWN);
    }
}
