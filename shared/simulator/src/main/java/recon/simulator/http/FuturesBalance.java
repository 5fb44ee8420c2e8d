package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code GET /fapi/v3/balance}: the futures wallet, a line per asset that can be margin. */
final class FuturesBalance implements Endpoint {
    @Override
    public String path() {
        return "/fapi/v3/balance";
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
        json.writeStartArray();
        for (String asset : Margins.ASSETS) {
            json.writeStartObject();
            json.writeStringField("accountAlias", "Al" + asked.account().uid());
            json.writeStringField("asset", asset);
            json.writeStringField("balance", Money.padded(margins.wallet(asset)));
            json.writeStringField("crossWalletBalance", Money.padded(margins.wallet(asset)));
            json.writeStringField("crossUnPnl", Money.padded(margins.unrealized(asset)));
            json.writeStringField("availableBalance", Money.padded(margins.available(asset)));
            json.writeStringField("maxWithdrawAmount", Money.padded(margins.available(asset)));
            json.writeBooleanField("marginAvailable", true);
            json.writeNumberField("updateTime", margins.updated());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
