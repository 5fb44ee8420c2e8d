package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.world.InterestRow;

/** {@code GET /sapi/v1/margin/interestHistory}: interest of one wallet, of the last 90 days. */
final class InterestHistory implements Endpoint {
    private static final long DEFAULT_SPAN_MS = 7 * Window.DAY_MS;
    private static final long SPAN_MS = 30 * Window.DAY_MS;
    private static final long DEPTH_MS = 90 * Window.DAY_MS;

    @Override
    public String path() {
        return "/sapi/v1/margin/interestHistory";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("asset", "isolatedSymbol", "startTime", "endTime", "current", "size");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<String> asset = asked.parameters().text("asset");
        String pair = asked.isolatedPair();
        Window window = Window.upTo(asked, DEFAULT_SPAN_MS, SPAN_MS, DepositHistory::tooLong);
        List<InterestRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .interest()
                .of(asked.account().uid())
                .between(Math.max(window.from(), asked.now() - DEPTH_MS), window.to())
                .reversed()
                .stream()
                .filter(row -> row.pair().equals(pair))
                .filter(row -> asset.isEmpty() || row.asset().equals(asset.get()))
                .toList();
        Descending.write(asked, rows, json, InterestHistory::write);
    }

    private static void write(InterestRow row, JsonGenerator json) throws IOException {
        json.writeNumberField("txId", row.txId());
        json.writeNumberField("interestAccuredTime", row.time());
        json.writeStringField("asset", row.asset());
        if (row.pair().isEmpty()) {
            json.writeStringField("rawAsset", row.asset());
        }
        json.writeStringField("principal", Money.plain(row.principal()));
        json.writeStringField("interest", Money.plain(row.interest()));
        json.writeStringField("interestRate", Money.plain(row.rate()));
        json.writeStringField("type", row.type());
        if (!row.pair().isEmpty()) {
            json.writeStringField("isolatedSymbol", row.pair());
        }
    }
}
