package recon.binance.accountsnapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Span;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.row.Observation;
import recon.ledger.row.Snapshotted;

/**
 * {@code GET /sapi/v1/accountSnapshot} of one type: one page with the days that the scope holds whole. The exchange
 * makes a day's row some time after midnight, it does not say when: as long as the last day is missing, the walk waits.
 */
public final class AccountSnapshot implements Source {
    /** Which wallet, by its name in the books and at the exchange alike. */
    private enum Type {
        SPOT,
        MARGIN,
        FUTURES
    }

    private static final Price PRICE = Price.sapiIp(2_400);
    private static final List<Class<?>> TYPES =
            List.of(SnapshotBody.class, SnapshotRow.class, SnapshotRow.DataRow.class, SnapshotRow.AssetRow.class);

    private static final int FEWEST_ROWS = 7;
    private static final int MOST_ROWS = 30;
    private static final int OK = 200;
    /**
     * Nobody knows when a row is made. Asking costs a fifth of what a minute allows all accounts together, and asking in
     * vain as much: so late that one question is enough as a rule.
     */
    private static final Duration EARLIEST = Duration.ofHours(2).plusMinutes(5);
    /** A row that comes too late for its own day is found with the next two. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private final Type type;
    private final Wallet wallet;
    private final Endpoint endpoint;
    private final RowReader reader;

    private AccountSnapshot(Type type, ObjectMapper json) {
        this.type = type;
        this.wallet = new Wallet(type.name());
        this.endpoint = new Endpoint(
                BalanceSnapshot.source(wallet),
                "/sapi/v1/accountSnapshot",
                Reach.ACCOUNT,
                Phase.WITNESSES,
                PRICE,
                TYPES);
        this.reader = new RowReader(json, endpoint.name());
    }

    /** Of the spot wallet. */
    public static AccountSnapshot spot(ObjectMapper json) {
        return new AccountSnapshot(Type.SPOT, json);
    }

    /** Of cross margin. */
    public static AccountSnapshot margin(ObjectMapper json) {
        return new AccountSnapshot(Type.MARGIN, json);
    }

    /** Of the futures wallet. */
    public static AccountSnapshot futures(ObjectMapper json) {
        return new AccountSnapshot(Type.FUTURES, json);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Duration afterMidnight() {
        return EARLIEST;
    }

    @Override
    public Duration overlap() {
        return OVERLAP;
    }

    @Override
    public boolean idle(Scope scope) {
        return switch (type) {
            case SPOT -> false;
            case MARGIN -> !scope.known().wallets().get().contains(Wallet.MARGIN);
            case FUTURES -> !scope.known().futures();
        };
    }

    /** The days of the scope that are over; at most thirty fit into a request, and the newest are asked for. */
    @Override
    public Request request(Cursor cursor, Scope scope) {
        Span days = Span.wholeDays(scope);
        long from =
                Math.max(days.from(), days.to() + 1 - Duration.ofDays(MOST_ROWS).toMillis());
        return endpoint.request(scope)
                .with("type", type.name())
                .with("startTime", from)
                .with("endTime", days.to())
                .with(
                        "limit",
                        Math.clamp((days.to() + 1 - from) / Duration.ofDays(1).toMillis(), FEWEST_ROWS, MOST_ROWS));
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        SnapshotBody body = reader.object(reply, SnapshotBody.class);
        int code = reader.fields(0).need(body.code(), "code");
        if (code != OK) {
            throw new MalformedReply(name(), "its own code is " + code);
        }
        List<@Nullable SnapshotRow> rows = reader.fields(0).need(body.snapshotVos(), "snapshotVos");
        List<BalanceSnapshot> snapshots = IntStream.range(0, rows.size())
                .mapToObj(i -> snapshot(rows.get(i), new RawRef(archiveKey, i), reader.fields(i), scope))
                .toList();
        LocalDate last =
                LocalDate.ofInstant(Instant.ofEpochMilli(Span.wholeDays(scope).to()), ZoneOffset.UTC);
        boolean there = snapshots.stream().anyMatch(snapshot -> snapshot.date().equals(last));
        return new Page(
                snapshots.stream().<Observation>map(Snapshotted::new).toList(),
                rows.size(),
                there ? Cursor.FINISHED : cursor.waiting());
    }

    private BalanceSnapshot snapshot(@Nullable SnapshotRow given, RawRef raw, Fields fields, Scope scope) {
        SnapshotRow row = fields.need(given, "snapshot");
        String shown = fields.text(row.type(), "type");
        if (!shown.equalsIgnoreCase(type.name())) {
            throw new MalformedReply(name(), "row " + fields.row() + " is of the type " + shown);
        }
        List<AssetBalance> balances = assets(fields.need(row.data(), "data"), fields).stream()
                .map(asset -> balance(asset, fields))
                .toList();
        return new BalanceSnapshot(
                scope.account().id(), wallet, fields.time(row.updateTime(), "updateTime"), raw, balances);
    }

    private List<SnapshotRow.@Nullable AssetRow> assets(SnapshotRow.DataRow data, Fields fields) {
        return switch (type) {
            case SPOT -> fields.need(data.balances(), "balances");
            case MARGIN -> fields.need(data.userAssets(), "userAssets");
            case FUTURES -> fields.need(data.assets(), "assets");
        };
    }

    private AssetBalance balance(SnapshotRow.@Nullable AssetRow given, Fields fields) {
        SnapshotRow.AssetRow row = fields.need(given, "balance");
        String asset = fields.text(row.asset(), "asset");
        return type == Type.FUTURES
                ? new AssetBalance(asset, fields.need(row.walletBalance(), "walletBalance"), BigDecimal.ZERO)
                : new AssetBalance(asset, fields.need(row.free(), "free"), fields.need(row.locked(), "locked"));
    }
}
