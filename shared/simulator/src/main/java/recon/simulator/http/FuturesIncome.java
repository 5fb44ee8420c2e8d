package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.futures.IncomeRow;
import recon.simulator.market.Contract;

/**
 * {@code GET /fapi/v1/income}: ascending, the oldest where the limit cuts, both ends of the range included; a page number is
 * ignored.
 */
final class FuturesIncome implements Endpoint {
    private static final int WEIGHT = 30;
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final long DEFAULT_SPAN_MS = 7 * Window.DAY_MS;
    private static final long DEPTH_MS = 90 * Window.DAY_MS;

    /** The types that the exchange lists. */
    private static final Set<String> TYPES = Set.of(
            "TRANSFER",
            "WELCOME_BONUS",
            "REALIZED_PNL",
            "FUNDING_FEE",
            "COMMISSION",
            "INSURANCE_CLEAR",
            "REFERRAL_KICKBACK",
            "COMMISSION_REBATE",
            "API_REBATE",
            "CONTEST_REWARD",
            "CROSS_COLLATERAL_TRANSFER",
            "OPTIONS_PREMIUM_FEE",
            "OPTIONS_SETTLE_PROFIT",
            "INTERNAL_TRANSFER",
            "AUTO_EXCHANGE",
            "DELIVERED_SETTELMENT",
            "COIN_SWAP_DEPOSIT",
            "COIN_SWAP_WITHDRAW",
            "POSITION_LIMIT_INCREASE_FEE",
            "STRATEGY_UMFUTURES_TRANSFER",
            "FEE_RETURN",
            "BFUSD_REWARD",
            "SPECIAL_FUNDING_FEE");

    @Override
    public String path() {
        return "/fapi/v1/income";
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
        return Set.of("symbol", "incomeType", "startTime", "endTime", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        Optional<String> symbol = asked.anyContract().map(Contract::symbol);
        Optional<String> type = parameters.text("incomeType");
        if (type.isPresent() && !TYPES.contains(type.get())) {
            throw Refusal.invalid("incomeType");
        }
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        long to = parameters.number("endTime").orElse(asked.now());
        long from = parameters.number("startTime").orElse(to - DEFAULT_SPAN_MS);
        if (to < from) {
            throw Refusal.invalid("startTime");
        }
        List<IncomeRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .income()
                .of(asked.account().uid())
                .between(Math.max(from, asked.now() - DEPTH_MS), Math.min(to, asked.now()))
                .stream()
                .filter(row -> row.shown() <= asked.now())
                .filter(row -> asked.world().sabotages().shown(asked.account(), row))
                .filter(row -> symbol.isEmpty() || row.symbol().equals(symbol.get()))
                .filter(row -> type.isEmpty() || row.type().equals(type.get()))
                .limit(limit)
                .toList();
        json.writeStartArray();
        for (IncomeRow row : rows) {
            json.writeStartObject();
            json.writeStringField("symbol", row.symbol());
            json.writeStringField("incomeType", row.type());
            json.writeStringField("income", Money.padded(row.amount()));
            json.writeStringField("asset", row.asset());
            json.writeStringField("info", row.type());
            json.writeNumberField("time", row.time());
            json.writeNumberField("tranId", row.tranId());
            json.writeStringField("tradeId", row.tradeId());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
