package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.world.LoanRow;
import recon.simulator.world.Timeline;

/** {@code GET /sapi/v1/margin/borrow-repay}: loans, or repayments, of one wallet; by number, or by time. */
final class BorrowRepay implements Endpoint {
    private static final int WEIGHT = 10;
    private static final long SPAN_MS = 7 * Window.DAY_MS;
    private static final long SPAN_OF_ONE_MS = 30 * Window.DAY_MS;
    private static final Set<String> TYPES = Set.of("BORROW", "REPAY");

    @Override
    public String path() {
        return "/sapi/v1/margin/borrow-repay";
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
        return Set.of("type", "asset", "isolatedSymbol", "txId", "startTime", "endTime", "current", "size");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        String type = parameters.mandatory("type");
        if (!TYPES.contains(type)) {
            throw Refusal.invalid("type");
        }
        Optional<String> asset = parameters.text("asset");
        String pair = asked.isolatedPair();
        OptionalLong txId = parameters.number("txId");
        if (txId.isEmpty() && !parameters.has("startTime")) {
            throw Refusal.missing("startTime");
        }
        Timeline<LoanRow> all = asked.world()
                .historyUntil(asked.now())
                .loans()
                .of(asked.account().uid());
        List<LoanRow> rows = (txId.isPresent() ? all.between(0, asked.now()) : window(asked, all, asset))
                .reversed().stream()
                        .filter(row -> row.borrow() == type.equals("BORROW"))
                        .filter(row -> row.pair().equals(pair))
                        .filter(row -> asset.isEmpty() || row.asset().equals(asset.get()))
                        .filter(row -> txId.isEmpty() || row.txId() == txId.getAsLong())
                        .toList();
        Descending.write(asked, rows, json, (row, out) -> write(row, asked.now(), out));
    }

    private static List<LoanRow> window(Asked asked, Timeline<LoanRow> all, Optional<String> asset) throws Refusal {
        long span = asset.isPresent() ? SPAN_OF_ONE_MS : SPAN_MS;
        Window window = Window.upTo(asked, SPAN_MS, span, DepositHistory::tooLong);
        return all.between(window.from(), window.to());
    }

    private static void write(LoanRow row, long now, JsonGenerator json) throws IOException {
        json.writeStringField("type", row.kind());
        if (!row.pair().isEmpty()) {
            json.writeStringField("isolatedSymbol", row.pair());
        }
        json.writeStringField("amount", Money.plain(row.principal().add(row.interest())));
        json.writeStringField("asset", row.asset());
        json.writeStringField("interest", Money.plain(row.interest()));
        json.writeStringField("principal", Money.plain(row.principal()));
        json.writeStringField("status", row.status(now));
        json.writeNumberField("timestamp", row.time());
        json.writeNumberField("txId", row.txId());
    }
}
