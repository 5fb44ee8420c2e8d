package recon.local.soak;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import recon.binance.budget.Bucket;
import recon.binance.budget.Charge;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.budget.RateBudget;
import recon.binance.budget.Windows;
import recon.binance.client.ExchangeClient;
import recon.binance.client.Hosts;
import recon.binance.client.Received;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Outcome;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.Account;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.symbol.Symbol;
import recon.simulator.Simulator;
import recon.simulator.http.Reply;
import recon.stream.connection.StreamAccount;

/** The exchange's lists, read with the real client and the real sources, without a socket and in no time. */
final class Lists {
    private static final URI NOWHERE = URI.create("http://exchange");
    private static final String EGRESS = "soak";
    private static final String KEY = "X-MBX-APIKEY";

    private final Simulator exchange;
    private final ExchangeClient client;
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final int pageLimit;

    /**
     * The lists of one exchange.
     *
     * @param clock ours
     * @param pageLimit rows to ask for in a page at most
     */
    Lists(Simulator exchange, InstantSource clock, List<Symbol> symbols, int pageLimit) {
        this.exchange = exchange;
        this.pageLimit = pageLimit;
        symbols.forEach(symbol -> this.symbols.put(symbol.name(), symbol));
        this.client = new ExchangeClient(
                new Hosts(NOWHERE, NOWHERE),
                (method, address, headers) -> get(address, headers),
                clock,
                new Unlimited(),
                () -> new Charges(Limits.DOCUMENTED, EGRESS),
                ExchangeJson.mapper());
    }

    /** The accounts of the exchange are not asked so much that its limits matter. */
    private static final class Unlimited implements RateBudget {
        @Override
        public Optional<Instant> reserve(List<Charge> charges, Windows windows, Instant exchangeNow) {
            return Optional.empty();
        }

        @Override
        public void observed(Bucket bucket, Instant sentAt, Instant receivedAt, int used) {
            // Nothing is counted.
        }

        @Override
        public void halt(String gate, Instant until) {
            throw new IllegalStateException("the exchange is asked too much: " + gate);
        }
    }

    /** What a walk of an account covers now. */
    Scope scope(StreamAccount account) {
        Instant now = exchange.exchangeTime();
        return new Scope(
                new Account(account.uid(), account.uid() + "@example.com"),
                false,
                List.of(),
                now,
                now,
                LedgerSettings.ASSUMED,
                name -> Optional.ofNullable(symbols.get(name)),
                pageLimit,
                Limits.DOCUMENTED,
                EGRESS);
    }

    /** One page. */
    Page page(Source source, Cursor cursor, StreamAccount account, Scope scope) {
        Outcome outcome = client.ask(source.request(cursor, scope), Optional.of(account.credentials()));
        if (outcome instanceof Outcome.Replied replied && replied.reply().status() == 200) {
            return source.read(replied.reply(), "soak/" + source.name(), cursor, scope);
        }
        throw new IllegalStateException("the exchange refuses " + source.name() + ": " + outcome);
    }

    private Received get(URI address, Map<String, String> headers) {
        String query = address.getRawQuery();
        Reply reply = exchange.ask(address.getPath(), query == null ? "" : query, headers.getOrDefault(KEY, ""));
        Map<String, String> kept = new HashMap<>();
        reply.headers().forEach((name, value) -> kept.put(name.toLowerCase(Locale.ROOT), value));
        return new Received(reply.status(), kept, reply.body(), true, Optional.empty());
    }
}
