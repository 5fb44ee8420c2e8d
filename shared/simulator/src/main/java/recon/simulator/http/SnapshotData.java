package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import recon.simulator.world.Holding;
import recon.simulator.world.Position;
import recon.simulator.world.Wallet;

/** Writes what a snapshot says of each kind of wallet. A movement of its own millisecond or later is not in it. */
final class SnapshotData {
    private SnapshotData() {}

    static void spot(Asked asked, long at, JsonGenerator json) throws IOException {
        List<Holding> holdings = asked.world().holdings(asked.account(), at - 1);
        json.writeStringField(
                "totalAssetOfBtc", Money.plain(new Worth(asked.world().prices(), at).in("BTC", holdings)));
        json.writeArrayFieldStart("balances");
        for (Holding holding : holdings) {
            json.writeStartObject();
            json.writeStringField("asset", holding.asset());
            json.writeStringField("free", Money.plain(holding.free()));
            json.writeStringField("locked", Money.plain(holding.locked()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void margin(Asked asked, long at, JsonGenerator json) throws IOException {
        margin(Debts.of(asked, Wallet.MARGIN, at - 1), new Worth(asked.world().prices(), at), json);
    }

    /** What the account itself shows as well, in an object that is open. */
    static void margin(Map<String, Debts> debts, Worth worth, JsonGenerator json) throws IOException {
        BigDecimal assets = Debts.dollars(debts.values(), Debts::total, worth);
        BigDecimal liability = Debts.dollars(debts.values(), Debts::liability, worth);
        json.writeStringField(
                "marginLevel",
                liability.signum() == 0
                        ? "999.00000000"
                        : assets.divide(liability, MathContext.DECIMAL32).toPlainString());
        json.writeStringField("totalAssetOfBtc", Money.plain(worth.in("BTC", assets)));
        json.writeStringField("totalLiabilityOfBtc", Money.plain(worth.in("BTC", liability)));
        json.writeStringField("totalNetAssetOfBtc", Money.plain(worth.in("BTC", assets.subtract(liability))));
        json.writeArrayFieldStart("userAssets");
        for (Debts each : debts.values()) {
            json.writeStartObject();
            each.write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void futures(Asked asked, long at, JsonGenerator json) throws IOException {
        Margins margins = Margins.of(asked, at - 1);
        json.writeArrayFieldStart("assets");
        for (Map.Entry<String, BigDecimal> held : margins.balances().entrySet()) {
            json.writeStartObject();
            json.writeStringField("asset", held.getKey());
            json.writeStringField("marginBalance", Money.plain(held.getValue().add(margins.unrealized(held.getKey()))));
            json.writeStringField("walletBalance", Money.plain(held.getValue()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("position");
        for (Position position : margins.open()) {
            json.writeStartObject();
            json.writeStringField("symbol", position.symbol());
            json.writeStringField("entryPrice", Money.plain(position.entry()));
            json.writeStringField("markPrice", Money.plain(margins.mark(position)));
            json.writeStringField("positionAmt", position.amount().toPlainString());
            json.writeStringField("unRealizedProfit", Money.plain(margins.profit(position)));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
