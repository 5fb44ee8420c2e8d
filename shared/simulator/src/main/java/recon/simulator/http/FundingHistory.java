package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.market.Contract;
import recon.simulator.market.Settlement;
import recon.simulator.world.FundingRates;
import recon.simulator.world.Positions;

/**
 * {@code GET /fapi/v1/fundingRate}: ascending by time; the oldest from {@code startTime} on where the limit cuts, else the
 * newest. It has a budget of its own.
 */
final class FundingHistory implements Endpoint {
    private static final int DEFAULT_LIMIT = 100;
    /** How many there are where no time is given. */
    private static final int NEWEST = 200;

    private static final int LARGEST_LIMIT = 1_000;
    private static final long EVERY_MS = FundingRates.EVERY_MS;

    private record Row(String symbol, long at) {}

    @Override
    public String path() {
        return "/fapi/v1/fundingRate";
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public Charge charge() {
        return Charge.FUNDING;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Optional<Contract> one = asked.anyContract();
        boolean timed = parameters.has("startTime") || parameters.has("endTime");
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, timed ? DEFAULT_LIMIT : NEWEST);
        OptionalLong start = parameters.number("startTime");
        long end = Math.min(parameters.number("endTime").orElse(asked.now()), asked.now());
        if (start.isPresent() && end < start.getAsLong()) {
            throw Refusal.invalid("startTime");
        }
        Positions positions = asked.world().positionsUntil(asked.now());
        json.writeStartArray();
        for (Row row : rows(asked, one, start, end, limit)) {
            json.writeStartObject();
            json.writeStringField("symbol", row.symbol());
            json.writeNumberField("fundingTime", row.at());
            json.writeStringField("fundingRate", Money.padded(positions.rates().rate(row.symbol(), row.at())));
            json.writeStringField("rateType", "Regular");
            json.writeStringField("markPrice", Money.padded(positions.mark(row.symbol(), row.at())));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** No more instants are looked at than rows may be answered. */
    private static List<Row> rows(Asked asked, Optional<Contract> one, OptionalLong start, long end, int limit) {
        Settlement settlement = asked.world().market().settlement();
        long newest = Math.floorDiv(end, EVERY_MS) * EVERY_MS;
        long oldest = Math.max(
                Math.ceilDiv(start.orElse(newest - (limit - 1L) * EVERY_MS), EVERY_MS) * EVERY_MS, Klines.LISTED);
        List<Row> rows = new ArrayList<>();
        for (long at = oldest; at <= newest && (start.isEmpty() || rows.size() < limit); at += EVERY_MS) {
            for (Contract contract : Contract.all()) {
                if (one.map(contract::equals).orElse(true) && settlement.open(contract, at)) {
                    rows.add(new Row(contract.symbol(), at));
                }
            }
        }
        return Pages.end(rows, limit, start.isPresent());
    }
}
