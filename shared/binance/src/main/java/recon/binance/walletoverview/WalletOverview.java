package recon.binance.walletoverview;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.RawRef;
import recon.ledger.row.Observation;
import recon.ledger.row.Remarked;

/**
 * {@code GET /sapi/v1/asset/wallet/balance}: one page. It books nothing: a wallet that holds something and that no source
 * captures is named.
 */
public final class WalletOverview implements Source {
    /** The name of the source. */
    public static final String NAME = "wallet-overview";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/asset/wallet/balance",
            Reach.ACCOUNT,
            Phase.WITNESSES,
            Price.sapiIp(60),
            List.of(WalletRow.class));
    /** The exchange writes the futures wallet in two ways. */
    private static final Set<String> COLLECTED =
            Set.of("Spot", "Funding", "Cross Margin", "Isolated Margin", "USD-M Futures", "USD\u24c8-M Futures");

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public WalletOverview(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<WalletRow> rows = reader.rows(reply, WalletRow.class);
        List<Observation> observations = reader.each(
                rows,
                "rows",
                archiveKey,
                (WalletRow row, Fields fields, RawRef raw) -> forgotten(row, fields, raw, scope));
        return new Page(observations, rows.size(), Cursor.FINISHED);
    }

    private static Stream<Observation> forgotten(WalletRow row, Fields fields, RawRef raw, Scope scope) {
        String name = fields.text(row.walletName(), "walletName");
        boolean holds = fields.need(row.balance(), "balance").signum() != 0;
        return COLLECTED.contains(name) || !holds
                ? Stream.of()
                : Stream.of(new Remarked(
                        scope.account().id(),
                        "WALLET_NOT_COLLECTED",
                        name,
                        "the wallet " + name + " holds something, and no source collects it: its books are not kept",
                        raw));
    }
}
