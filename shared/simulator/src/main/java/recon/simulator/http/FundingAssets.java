package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.world.Holding;
import recon.simulator.world.Wallet;

/** {@code POST /sapi/v1/asset/get-funding-asset}: what the caller's funding wallet holds, nothing that is zero. */
final class FundingAssets implements Endpoint {
    @Override
    public String path() {
        return "/sapi/v1/asset/get-funding-asset";
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("asset", "needBtcValuation");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        Optional<String> asset = asked.parameters().text("asset");
        List<Holding> held = asked.world().holdings(asked.account(), Wallet.FUNDING, asked.now()).stream()
                .filter(holding -> asset.isEmpty() || holding.asset().equals(asset.get()))
                .toList();
        Worth worth = new Worth(asked.world().prices(), asked.now());
        json.writeStartArray();
        for (Holding holding : held) {
            json.writeStartObject();
            json.writeStringField("asset", holding.asset());
            json.writeStringField("free", Money.plain(holding.free()));
            json.writeStringField("locked", Money.plain(holding.locked()));
            json.writeStringField("freeze", "0");
            json.writeStringField("withdrawing", "0");
            json.writeStringField(
                    "btcValuation",
                    asked.parameters().flag("needBtcValuation") ? Money.plain(worth.in("BTC", List.of(holding))) : "0");
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
