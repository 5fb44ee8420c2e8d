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
 * {@code GET /fapi/v1/leverageBracket} of all contracts: which leverage is possible at which size. Some versions answer with
 * one object where there is one contract. It is archived.
 */
public final class FuturesBrackets implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-brackets";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/fapi/v1/leverageBracket",
            Reach.ACCOUNT,
            Phase.CAPTURES,
            Price.fapi(1),
            List.of(BracketsRow.class, BracketRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesBrackets(ObjectMapper json) {
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
        List<BracketsRow> rows = reader.rowsOrOne(reply, BracketsRow.class);
        for (int i = 0; i < rows.size(); i++) {
            reader.fields(i).text(rows.get(i).symbol(), Cursor.SYMBOL);
            reader.fields(i).need(rows.get(i).brackets(), "brackets");
        }
        return new Page(List.of(), rows.size(), Cursor.FINISHED);
    }
}
