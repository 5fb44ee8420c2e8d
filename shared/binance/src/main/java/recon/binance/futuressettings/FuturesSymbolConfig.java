package recon.binance.futuressettings;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.ContractSource;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;

/**
 * {@code GET /fapi/v1/symbolConfig} of all contracts: leverage and kind of margin as they are set now. It is archived: nothing
 * tells how they were set before.
 */
public final class FuturesSymbolConfig implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-symbol-config";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/symbolConfig", Reach.ACCOUNT, Phase.CAPTURES, Price.fapi(5), List.of(ConfigRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesSymbolConfig(ObjectMapper json) {
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
        List<ConfigRow> rows = reader.rows(reply, ConfigRow.class);
        for (int i = 0; i < rows.size(); i++) {
            reader.fields(i).text(rows.get(i).symbol(), Cursor.SYMBOL);
            reader.fields(i).need(rows.get(i).leverage(), "leverage");
        }
        return new Page(List.of(), rows.size(), Cursor.FINISHED);
    }
}
