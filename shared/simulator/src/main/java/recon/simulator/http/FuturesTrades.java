package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.futures.ContractFill;
import recon.simulator.market.Contract;

/**
 * {@code GET /fapi/v1/userTrades}: one contract, ascending by id; from an id on, or a week; nothing older than three
 * months. The oldest where the limit cuts, or the newest where neither start nor id is given.
 */
final class FuturesTrades implements Endpoint {
    static final long DEPTH_MS = 90 * Window.DAY_MS;
    private static final int WEIGHT = 5;
    private static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 1_000;

    @Override
    public String path() {
        return "/fapi/v1/userTrades";
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
        return Set.of("symbol", "orderId", "startTime", "endTime", "fromId", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Contract contract = asked.contract();
        int limit = asked.parameters().within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        boolean paid = asked.world().switches().futures().fillCommissionIsPaid();
        json.writeStartArray();
        for (ContractFill row : chosen(asked, contract, limit)) {
            write(row, contract, paid, json);
        }
        json.writeEndArray();
    }

    private static List<ContractFill> chosen(Asked asked, Contract contract, int limit) throws Refusal {
        Parameters parameters = asked.parameters();
        OptionalLong from = parameters.number("fromId");
        OptionalLong order = parameters.number("orderId");
        boolean timed = parameters.has("startTime") || parameters.has("endTime");
        if (from.isPresent() && timed) {
            throw Refusal.combination();
        }
        Window window = from.isPresent() || (order.isPresent() && !timed)
                ? new Window(0, asked.now())
                : Window.week(asked, true);
        Window kept = window.since(asked.now() - DEPTH_MS);
        List<ContractFill> rows =
                asked.contracts().fills().of(asked.account().uid()).between(kept.from(), kept.to()).stream()
                        .filter(row -> row.symbol().equals(contract.symbol()))
                        .filter(row -> asked.world().sabotages().shown(asked.account(), row))
                        .filter(row -> row.id() >= from.orElse(0))
                        .filter(row -> order.isEmpty() || row.orderId() == order.getAsLong())
                        .toList();
        return Pages.end(rows, limit, parameters.has("startTime") || from.isPresent());
    }

    private static void write(ContractFill row, Contract contract, boolean paid, JsonGenerator json)
            throws IOException {
        BigDecimal commission = paid ? row.commission() : row.commission().negate();
        json.writeStartObject();
        json.writeStringField("symbol", row.symbol());
        json.writeNumberField("id", row.id());
        json.writeNumberField("orderId", row.orderId());
        json.writeStringField("side", row.buyer() ? "BUY" : "SELL");
        json.writeStringField("price", row.price().toPlainString());
        json.writeStringField("qty", row.qty().toPlainString());
        json.writeStringField("realizedPnl", Money.plain(row.realizedPnl()));
        json.writeStringField("quoteQty", Money.plain(row.quoteQty()));
        json.writeStringField("commission", Money.plain(commission));
        json.writeStringField("commissionAsset", row.commissionAsset());
        json.writeNumberField("time", row.time());
        json.writeStringField("positionSide", row.side().name());
        json.writeBooleanField("buyer", row.buyer());
        json.writeBooleanField("maker", row.maker());
        json.writeStringField("pair", row.symbol());
        json.writeStringField("marginAsset", Contract.MARGIN_ASSET);
        json.writeStringField("baseQty", contract.quantity(row.qty()).toPlainString());
        json.writeEndObject();
    }
}
