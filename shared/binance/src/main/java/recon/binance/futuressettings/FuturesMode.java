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
 * {@code GET /fapi/v1/positionSide/dual}: whether the account may hold a long and a short position in one contract at once.
 * It is archived: nothing tells how it was set before.
 */
public final class FuturesMode implements ContractSource {
    /** The name of the source. */
    public static final String NAME = "futures-mode";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/positionSide/dual", Reach.ACCOUNT, Phase.CAPTURES, Price.fapi(30), List.of(ModeBody.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesMode(ObjectMapper json) {
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
        reader.fields(0).need(reader.object(reply, ModeBody.class).dualSidePosition(), "dualSidePosition");
        return new Page(List.of(), 1, Cursor.FINISHED);
    }
}
