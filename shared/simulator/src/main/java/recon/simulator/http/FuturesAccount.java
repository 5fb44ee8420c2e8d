package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import recon.simulator.market.Contract;
import recon.simulator.world.Position;

/** {@code GET /fapi/v3/account}: wallet, and positions held or with an open order; totals in dollars alone. */
final class FuturesAccount implements Endpoint {
    private static final String NOTHING = Money.padded(BigDecimal.ZERO);

    @Override
    public String path() {
        return "/fapi/v3/account";
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
        return Set.of();
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        Margins margins = Margins.of(asked, asked.now());
        json.writeStartObject();
        amounts("total", margins, Contract.MARGIN_ASSET, json);
        json.writeArrayFieldStart("assets");
        for (String asset : Margins.ASSETS) {
            json.writeStartObject();
            json.writeStringField("asset", asset);
            amounts("", margins, asset, json);
            json.writeNumberField("updateTime", margins.updated());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("positions");
        for (Position position : margins.listed(asked)) {
            write(position, margins, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The same fields stand in the totals, there with a prefix. */
    private static void amounts(String prefix, Margins margins, String asset, JsonGenerator json) throws IOException {
        BigDecimal wallet = margins.wallet(asset);
        BigDecimal unrealized = margins.unrealized(asset);
        String initial = Money.padded(margins.initial(asset));
        json.writeStringField(name(prefix, "walletBalance"), Money.padded(wallet));
        json.writeStringField(name(prefix, "unrealizedProfit"), Money.padded(unrealized));
        json.writeStringField(name(prefix, "marginBalance"), Money.padded(wallet.add(unrealized)));
        json.writeStringField(name(prefix, "maintMargin"), Money.padded(margins.maintenance(asset)));
        json.writeStringField(name(prefix, "initialMargin"), initial);
        json.writeStringField(name(prefix, "positionInitialMargin"), initial);
        json.writeStringField(name(prefix, "openOrderInitialMargin"), NOTHING);
        json.writeStringField(name(prefix, "crossWalletBalance"), Money.padded(wallet));
        json.writeStringField(name(prefix, "crossUnPnl"), Money.padded(unrealized));
        json.writeStringField("availableBalance", Money.padded(margins.available(asset)));
        json.writeStringField("maxWithdrawAmount", Money.padded(margins.available(asset)));
    }

    private static String name(String prefix, String field) {
        return prefix.isEmpty() ? field : prefix + Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    private static void write(Position position, Margins margins, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", position.symbol());
        json.writeStringField("positionSide", position.side().name());
        json.writeStringField("positionAmt", position.amount().toPlainString());
        json.writeStringField("unrealizedProfit", Money.padded(margins.profit(position)));
        json.writeStringField("isolatedMargin", "0");
        json.writeStringField("notional", Money.plain(margins.notional(position)));
        json.writeStringField("isolatedWallet", "0");
        json.writeStringField("initialMargin", Money.plain(margins.initial(position)));
        json.writeStringField("maintMargin", Money.plain(margins.maintenance(position)));
        json.writeNumberField("updateTime", position.at());
        json.writeEndObject();
    }
}
