package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.simulator.SimulatedAccount;
import recon.simulator.world.Holding;

/** {@code GET /api/v3/account}: balances as they have taken effect. */
final class AccountInfo implements Endpoint {
    @Override
    public String path() {
        return "/api/v3/account";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 20;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("omitZeroBalances");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        SimulatedAccount account = asked.account();
        json.writeStartObject();
        json.writeNumberField("makerCommission", 8);
        json.writeNumberField("takerCommission", 10);
        json.writeNumberField("buyerCommission", 0);
        json.writeNumberField("sellerCommission", 0);
        json.writeObjectFieldStart("commissionRates");
        json.writeStringField("maker", "0.00080000");
        json.writeStringField("taker", "0.00100000");
        json.writeStringField("buyer", "0.00000000");
        json.writeStringField("seller", "0.00000000");
        json.writeEndObject();
        json.writeBooleanField("canTrade", true);
        json.writeBooleanField("canWithdraw", account.main());
        json.writeBooleanField("canDeposit", true);
        json.writeBooleanField("brokered", false);
        json.writeBooleanField("requireSelfTradePrevention", false);
        json.writeBooleanField("preventSor", false);
        json.writeNumberField(
                "updateTime",
                asked.world()
                        .bookUntil(account.uid(), asked.now())
                        .map(book -> book.lastEffect(asked.now()))
                        .orElse(0L));
        json.writeStringField("accountType", "SPOT");
        balances(asked, account, json);
        json.writeArrayFieldStart("permissions");
        json.writeString("SPOT");
        json.writeEndArray();
        json.writeNumberField("uid", Long.parseLong(account.uid()));
        json.writeNumberField(
                "tradeGroupId", asked.world().tradeGroup(account.uid()).orElse(-1));
        json.writeEndObject();
    }

    private static void balances(Asked asked, SimulatedAccount account, JsonGenerator json) throws IOException {
        List<Holding> holdings = asked.world().holdings(account, asked.now());
        Map<String, Holding> held = new HashMap<>();
        holdings.forEach(holding -> held.put(holding.asset(), holding));
        json.writeArrayFieldStart("balances");
        for (String asset : asked.world().market().assets()) {
            Holding holding = held.getOrDefault(asset, new Holding(asset, BigDecimal.ZERO, BigDecimal.ZERO));
            if (held.containsKey(asset) || !asked.parameters().flag("omitZeroBalances")) {
                json.writeStartObject();
                json.writeStringField("asset", asset);
                json.writeStringField("free", Money.padded(holding.free()));
                json.writeStringField("locked", Money.padded(holding.locked()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
