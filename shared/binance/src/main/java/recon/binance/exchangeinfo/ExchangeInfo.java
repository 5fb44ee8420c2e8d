package recon.binance.exchangeinfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.row.Listed;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;

/** {@code GET /api/v3/exchangeInfo}: one page with all symbols and the limits of {@code /api}. */
public final class ExchangeInfo implements Source {
    /** The name of the source. */
    public static final String NAME = "exchange-info";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/api/v3/exchangeInfo",
            Reach.EXCHANGE,
            Phase.KEYS,
            Price.api(20),
            List.of(InfoBody.class, RateLimitRow.class, SymbolRow.class, SorRow.class));

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public ExchangeInfo(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        // Permission sets are the greater part of the answer, and nothing here reads them.
        return ENDPOINT.request(scope).with("showPermissionSets", "false");
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        InfoBody body = reader.object(reply, InfoBody.class);
        Fields top = reader.fields(0);
        List<@Nullable SymbolRow> rows = top.need(body.symbols(), "symbols");
        Set<String> allocated = allocated(body);
        List<Symbol> symbols = IntStream.range(0, rows.size())
                .mapToObj(i -> symbol(rows.get(i), reader.fields(i), allocated))
                .toList();
        Map<String, Integer> limits = limits(top.need(body.rateLimits(), "rateLimits"), top);
        Listed listed = new Listed(new SymbolListing(reply.receivedAt(), symbols, limits));
        return new Page(List.of(listed), rows.size(), Cursor.FINISHED);
    }

    /** Symbols whose orders may be filled by allocations; an exchange without any does not name them. */
    private static Set<String> allocated(InfoBody body) {
        return Optional.ofNullable(body.sors()).stream()
                .flatMap(List::stream)
                .flatMap(sor -> sor == null || sor.symbols() == null ? Stream.empty() : sor.symbols().stream())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Symbol symbol(@Nullable SymbolRow given, Fields fields, Set<String> allocated) {
        SymbolRow row = fields.need(given, "symbol");
        return new Symbol(
                fields.text(row.symbol(), "symbol"),
                fields.text(row.baseAsset(), "baseAsset"),
                fields.text(row.quoteAsset(), "quoteAsset"),
                fields.text(row.status(), "status"),
                Boolean.TRUE.equals(row.spotTradingAllowed()),
                Boolean.TRUE.equals(row.marginTradingAllowed()),
                allocated.contains(row.symbol()));
    }

    static Map<String, Integer> limits(List<@Nullable RateLimitRow> rows, Fields fields) {
        Map<String, Integer> limits = new HashMap<>();
        for (RateLimitRow given : rows) {
            RateLimitRow row = fields.need(given, "rate limit");
            String interval = fields.need(row.intervalNum(), "intervalNum") + fields.text(row.interval(), "interval");
            limits.put(
                    fields.text(row.rateLimitType(), "rateLimitType") + ":" + interval,
                    fields.need(row.limit(), "limit"));
        }
        return limits;
    }
}
