package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import recon.simulator.world.DustRow;
import recon.simulator.world.Timeline;

/** {@code GET /sapi/v1/asset/dribblet}: the last hundred sweeps of small balances, newest first. Nobody sweeps margin. */
final class Dribblet implements Endpoint {
    private static final int KEPT = 100;
    private static final Set<String> ACCOUNT_TYPES = Set.of("SPOT", "MARGIN");

    @Override
    public String path() {
        return "/sapi/v1/asset/dribblet";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("accountType", "startTime", "endTime");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        String type = parameters.text("accountType").orElse("SPOT");
        if (!ACCOUNT_TYPES.contains(type)) {
            throw Refusal.invalid("accountType");
        }
        long to = parameters.number("endTime").orElse(asked.now());
        long from = parameters.number("startTime").orElse(0);
        Timeline<DustRow> all = asked.world()
                .historyUntil(asked.now())
                .dust()
                .of(asked.account().uid());
        List<DustRow> rows = type.equals("MARGIN")
                ? List.of()
                : Pages.end(all.between(0, asked.now()), KEPT, false).reversed().stream()
                        .filter(row -> row.time() >= from && row.time() <= to)
                        .toList();
        json.writeStartObject();
        json.writeNumberField("total", rows.size());
        json.writeArrayFieldStart("userAssetDribblets");
        for (DustRow row : rows) {
            write(row, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(DustRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("operateTime", row.time());
        json.writeStringField("totalTransferedAmount", Money.plain(sum(row, DustRow.Detail::transferred)));
        json.writeStringField("totalServiceChargeAmount", Money.plain(sum(row, DustRow.Detail::charge)));
        json.writeNumberField("transId", row.transId());
        json.writeArrayFieldStart("userAssetDribbletDetails");
        for (DustRow.Detail detail : row.details()) {
            json.writeStartObject();
            json.writeNumberField("transId", row.transId());
            json.writeStringField("serviceChargeAmount", Money.plain(detail.charge()));
            json.writeStringField("amount", Money.plain(detail.amount()));
            json.writeNumberField("operateTime", row.time());
            json.writeStringField("transferedAmount", Money.plain(detail.transferred()));
            json.writeStringField("fromAsset", detail.asset());
            if (row.targetShown()) {
                json.writeStringField("targetAsset", row.target());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static BigDecimal sum(DustRow row, Function<DustRow.Detail, BigDecimal> part) {
        return row.details().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
