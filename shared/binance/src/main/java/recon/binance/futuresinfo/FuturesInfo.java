package recon.binance.futuresinfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.row.ContractsListed;
import recon.ledger.symbol.Contract;
import recon.ledger.symbol.ContractListing;

/**
 * {@code GET /fapi/v1/exchangeInfo}: one page with all contracts and the limits of {@code /fapi}.
 */
public final class FuturesInfo implements Source {
    /** The name of the source. */
    public static final String NAME = "futures-info";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/fapi/v1/exchangeInfo",
            Reach.EXCHANGE,
            Phase.KEYS,
            Price.fapi(1),
            List.of(FuturesInfoBody.class, LimitRow.class, ContractRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesInfo(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Set<Rhythm> rhythms() {
        return EnumSet.allOf(Rhythm.class);
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        FuturesInfoBody body = reader.object(reply, FuturesInfoBody.class);
        Fields top = reader.fields(0);
        List<@Nullable ContractRow> rows = top.need(body.symbols(), "symbols");
        List<Contract> contracts = IntStream.range(0, rows.size())
                .mapToObj(i -> contract(rows.get(i), reader.fields(i)))
                .toList();
        Map<String, Integer> limits = limits(top.need(body.rateLimits(), "rateLimits"), top);
        ContractListing listing = new ContractListing(reply.receivedAt(), contracts, limits);
        return new Page(List.of(new ContractsListed(listing)), rows.size(), Cursor.FINISHED);
    }

    static Contract contract(@Nullable ContractRow given, Fields fields) {
        ContractRow row = fields.need(given, "contract");
        return new Contract(
                fields.text(row.symbol(), "symbol"),
                Fields.optional(row.pair()),
                Fields.optional(row.contractType()),
                fields.text(row.baseAsset(), "baseAsset"),
                fields.text(row.quoteAsset(), "quoteAsset"),
                fields.text(row.marginAsset(), "marginAsset"),
                fields.text(row.status(), "status"));
    }

    private static Map<String, Integer> limits(List<@Nullable LimitRow> rows, Fields fields) {
        Map<String, Integer> limits = new HashMap<>();
        for (LimitRow given : rows) {
            LimitRow row = fields.need(given, "rate limit");
            String interval = fields.need(row.intervalNum(), "intervalNum") + fields.text(row.interval(), "interval");
            limits.put(
                    fields.text(row.rateLimitType(), "rateLimitType") + ":" + interval,
                    fields.need(row.limit(), "limit"));
        }
        return limits;
    }
}
