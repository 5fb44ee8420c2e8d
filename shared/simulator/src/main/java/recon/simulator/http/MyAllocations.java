package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.market.Symbol;
import recon.simulator.world.AllocationRow;

/** {@code GET /api/v3/myAllocations}: what smart order routing filled of one symbol, ascending by id. */
final class MyAllocations implements Endpoint {
    private static final int WEIGHT = 20;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/api/v3/myAllocations";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return WEIGHT;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "startTime", "endTime", "fromAllocationId", "limit", "orderId");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Symbol symbol = asked.symbol();
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        OptionalLong order = parameters.number("orderId");
        OptionalLong from = parameters.number("fromAllocationId");
        OptionalLong start = parameters.number("startTime");
        OptionalLong end = parameters.number("endTime");
        if ((start.isPresent() || end.isPresent()) && (order.isPresent() || from.isPresent())) {
            throw Refusal.combination();
        }
        if (start.isPresent() && end.isPresent()) {
            Window.checkDay(start.getAsLong(), end.getAsLong());
        }
        List<AllocationRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .allocations()
                .of(asked.account().uid())
                .between(start.orElse(0), Math.min(end.orElse(asked.now()), asked.now()))
                .stream()
                .filter(row -> row.symbol().equals(symbol.name()))
                .filter(row -> from.isEmpty() || row.id() >= from.getAsLong())
                .filter(row -> order.isEmpty() || row.orderId() == order.getAsLong())
                .toList();
        json.writeStartArray();
        for (AllocationRow row : Pages.end(rows, limit, start.isPresent() || from.isPresent())) {
            write(row, json);
        }
        json.writeEndArray();
    }

    private static void write(AllocationRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", row.symbol());
        json.writeNumberField("allocationId", row.id());
        json.writeStringField("allocationType", "SOR");
        json.writeNumberField("orderId", row.orderId());
        json.writeNumberField("orderListId", -1);
        json.writeStringField("price", Money.padded(row.price()));
        json.writeStringField("qty", Money.padded(row.qty()));
        json.writeStringField("quoteQty", Money.padded(row.price().multiply(row.qty())));
        json.writeStringField("commission", Money.padded(row.commission()));
        json.writeStringField("commissionAsset", row.commissionAsset());
        json.writeNumberField("time", row.time());
        json.writeBooleanField("isBuyer", row.buyer());
        json.writeBooleanField("isMaker", false);
        json.writeBooleanField("isAllocator", false);
        json.writeEndObject();
    }
}
