package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import recon.simulator.market.Contract;
import recon.simulator.world.Position;

/** {@code GET /fapi/v3/positionRisk}: what is held or has an open order, with entry and mark price, without leverage and margin type. */
final class PositionRisk implements Endpoint {
    @Override
    public String path() {
        return "/fapi/v3/positionRisk";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 5;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<String> symbol = asked.anyContract().map(Contract::symbol);
        Margins margins = Margins.of(asked, asked.now());
        json.writeStartArray();
        for (Position position : margins.listed(asked)) {
            if (symbol.isEmpty() || symbol.get().equals(position.symbol())) {
                write(position, margins, json);
            }
        }
        json.writeEndArray();
    }

    private static void write(Position position, Margins margins, JsonGenerator json) throws IOException {
        String initial = Money.plain(margins.initial(position));
        json.writeStartObject();
        json.writeStringField("symbol", position.symbol());
        json.writeStringField("positionSide", position.side().name());
        json.writeStringField("positionAmt", position.amount().toPlainString());
        json.writeStringField("entryPrice", Money.plain(position.entry()));
        json.writeStringField("breakEvenPrice", Money.plain(position.entry()));
        json.writeStringField("markPrice", Money.padded(margins.mark(position)));
        json.writeStringField("unRealizedProfit", Money.padded(margins.profit(position)));
        json.writeStringField("liquidationPrice", "0");
        json.writeStringField("isolatedMargin", "0");
        json.writeStringField("notional", Money.plain(margins.notional(position)));
        json.writeStringField("marginAsset", Contract.MARGIN_ASSET);
        json.writeStringField("isolatedWallet", "0");
        json.writeStringField("initialMargin", initial);
        json.writeStringField("maintMargin", Money.plain(margins.maintenance(position)));
        json.writeStringField("positionInitialMargin", initial);
        json.writeStringField("openOrderInitialMargin", "0");
        json.writeNumberField("adl", 1);
        json.writeStringField("bidNotional", "0");
        json.writeStringField("askNotional", "0");
        json.writeNumberField("updateTime", position.at());
        json.writeEndObject();
    }
}
