package recon.binance.futuresincome;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.Rhythm;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.RawRef;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.row.Observation;

/**
 * {@code GET /fapi/v1/income}: it books everything that moves the futures wallet. Rows may appear late: two days
 * are read again. Rows may come twice, under one key.
 */
public final class FuturesIncomes implements Source {
    private static final String NAME = FuturesIncome.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME, "/fapi/v1/income", Reach.ACCOUNT, Phase.MOVEMENTS, Price.fapi(30), List.of(IncomeRow.class));
    private static final Duration OVERLAP = Duration.ofDays(2);

    private static final Duration RESUMED = Duration.ofHours(1);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public FuturesIncomes(ObjectMapper json) {
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
    public Optional<Duration> resumes() {
        return Optional.of(RESUMED);
    }

    @Override
    public boolean idle(Scope scope) {
        return !scope.known().futures();
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return IncomeWalk.ask(ENDPOINT.request(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<IncomeRow> rows = reader.rows(reply, IncomeRow.class);
        List<FuturesIncome> income = IntStream.range(0, rows.size())
                .mapToObj(i -> FuturesIncomeRows.income(
                        rows.get(i), reader.fields(i), scope.account().id()))
                .toList();
        List<Observation> observations = IntStream.range(0, income.size())
                .<Observation>mapToObj(i -> income.get(i).observe(new RawRef(archiveKey, i)))
                .toList();
        return new Page(observations, rows.size(), IncomeWalk.after(income, cursor, scope));
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
    }
}
