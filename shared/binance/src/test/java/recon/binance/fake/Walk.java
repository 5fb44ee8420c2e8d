package recon.binance.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.row.Observation;

/**
 * A walk through a source from its first page to its last.
 *
 * @param observations of all pages
 * @param requests as they were asked
 * @param end the finished cursor
 */
public record Walk(List<Observation> observations, List<Request> requests, Cursor end) {
    private static final int BOUND = 20_000;

    /** Asks until the cursor is finished. */
    public static Walk through(Source source, Scope scope, Cursor start, Function<Request, String> exchange) {
        List<Observation> observations = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        Cursor cursor = start;
        while (!cursor.finished()) {
            assertThat(requests.size()).as("pages").isLessThan(BOUND);
            // A stored cursor is a map of texts: it must survive the way there and back.
            cursor = new Cursor(cursor.values());
            Request request = source.request(cursor, scope);
            requests.add(request);
            Page page = source.read(
                    Samples.reply(request, exchange.apply(request)), "key-" + requests.size(), cursor, scope);
            observations.addAll(page.observations());
            cursor = page.next();
        }
        return new Walk(List.copyOf(observations), List.copyOf(requests), cursor);
    }
}
