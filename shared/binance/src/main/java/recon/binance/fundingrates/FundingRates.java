package recon.binance.fundingrates;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.ContractWalk;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Span;

/**
 * {@code GET /fapi/v1/fundingRate}, contract by contract for all accounts at once, each from its newest rate on. They are
 * archived: one net row of funding is shared by them between a long and a short position.
 */
public final class FundingRates implements Source {
    /** The name of the source. */
    public static final String NAME = "funding-rates";

    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/fapi/v1/fundingRate",
            Reach.EXCHANGE,
            Phase.CONTRACTS,
            Price.fundingRates(),
            List.of(FundingRateRow.class));
    private static final int MOST_ROWS = 1_000;

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FundingRates(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Set<Rhythm> rhythms() {
        return Set.of(Rhythm.FUTURES);
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return ENDPOINT.request(scope)
                .with(Cursor.SYMBOL, cursor.symbol())
                .with("startTime", from(cursor, scope))
                .with("endTime", scope.to().toEpochMilli())
                .with("limit", scope.pageSize(MOST_ROWS));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<FundingRateRow> rows = reader.rows(reply, FundingRateRow.class);
        long previous = from(cursor, scope) - 1;
        for (int i = 0; i < rows.size(); i++) {
            previous = time(rows.get(i), reader.fields(i), cursor.symbol(), previous);
        }
        Cursor next = rows.isEmpty() ? cursor : cursor.with(ContractWalk.AT, previous);
        boolean all = rows.size() < scope.pageSize(MOST_ROWS)
                || previous >= scope.to().toEpochMilli();
        return new Page(List.of(), rows.size(), all ? next.finish() : next);
    }

    /** The walk is lossless only if the exchange keeps its order; a contract has one rate at a time. */
    private static long time(FundingRateRow row, Fields fields, String contract, long previous) {
        fields.same(row.symbol(), contract);
        long time = fields.time(row.fundingTime(), "fundingTime").toEpochMilli();
        if (time <= previous) {
            throw new MalformedReply(NAME, "row " + fields.row() + " is not newer than what came before it");
        }
        return time;
    }

    private static long from(Cursor cursor, Scope scope) {
        Span whole = Span.of(scope);
        return Math.clamp(cursor.number(ContractWalk.AT).orElse(0L) + 1, whole.from(), whole.to());
    }
}
