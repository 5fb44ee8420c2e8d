package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.world.OwnTransferRow;
import recon.simulator.world.Wallet;

/** {@code GET /sapi/v1/margin/transfer}: own transfers into one margin wallet and out of it. */
final class MarginTransfers implements Endpoint {
    private static final long DEFAULT_SPAN_MS = 7 * Window.DAY_MS;
    private static final long SPAN_MS = 30 * Window.DAY_MS;
    private static final long SECOND_MS = 1_000;
    private static final Set<String> TYPES = Set.of("ROLL_IN", "ROLL_OUT");

    @Override
    public String path() {
        return "/sapi/v1/margin/transfer";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("asset", "type", "isolatedSymbol", "startTime", "endTime", "current", "size");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<String> asset = asked.parameters().text("asset");
        Optional<String> type = asked.parameters().text("type");
        if (type.isPresent() && !TYPES.contains(type.get())) {
            throw Refusal.invalid("type");
        }
        String pair = asked.isolatedPair();
        String wallet = pair.isEmpty() ? Wallet.MARGIN : Wallet.isolated(pair);
        Window window = Window.upTo(asked, DEFAULT_SPAN_MS, SPAN_MS, DepositHistory::tooLong);
        List<OwnTransferRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .ownTransfers()
                .of(asked.account().uid())
                .between(window.from(), window.to())
                .reversed()
                .stream()
                .filter(row -> row.route().touches(wallet))
                .filter(row -> asset.isEmpty() || row.asset().equals(asset.get()))
                .filter(row -> type.isEmpty() || type.get().equals(type(row, wallet)))
                .toList();
        Descending.write(asked, rows, json, (row, out) -> write(row, wallet, asked, out));
    }

    private static String type(OwnTransferRow row, String wallet) {
        return row.route().to().equals(wallet) ? "ROLL_IN" : "ROLL_OUT";
    }

    private static void write(OwnTransferRow row, String wallet, Asked asked, JsonGenerator json) throws IOException {
        boolean seconds = asked.world().switches().wallets().marginTransfersInSeconds() && row.otherId() % 2 == 0;
        json.writeStringField("amount", Money.plain(row.amount()));
        json.writeStringField("asset", row.asset());
        json.writeStringField("status", row.status(asked.now()));
        json.writeNumberField("timestamp", seconds ? row.time() / SECOND_MS : row.time());
        json.writeNumberField("txId", row.otherId());
        json.writeStringField("type", type(row, wallet));
        json.writeStringField("transFrom", name(row.route().from()));
        json.writeStringField("transTo", name(row.route().to()));
        if (row.route().fromPair().isPresent()) {
            json.writeStringField("fromSymbol", row.route().fromPair().get());
        }
        if (row.route().toPair().isPresent()) {
            json.writeStringField("toSymbol", row.route().toPair().get());
        }
    }

    private static String name(String wallet) {
        return switch (wallet) {
            case Wallet.MARGIN -> "CROSS_MARGIN";
            case Wallet.SPOT, Wallet.FUNDING, Wallet.FUTURES -> wallet;
            default -> "ISOLATED_MARGIN";
        };
    }
}
