package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import recon.simulator.world.Wallet;

/** {@code GET /sapi/v1/margin/account}: the cross margin wallet, only what is held or owed. */
final class MarginAccount implements Endpoint {
    @Override
    public String path() {
        return "/sapi/v1/margin/account";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 10;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("created", true);
        json.writeBooleanField("borrowEnabled", true);
        json.writeBooleanField("tradeEnabled", true);
        json.writeBooleanField("transferInEnabled", true);
        json.writeBooleanField("transferOutEnabled", true);
        json.writeStringField("accountType", "MARGIN_1");
        SnapshotData.margin(
                Debts.of(asked, Wallet.MARGIN, asked.now()),
                new Worth(asked.world().prices(), asked.now()),
                json);
        json.writeEndObject();
    }
}
