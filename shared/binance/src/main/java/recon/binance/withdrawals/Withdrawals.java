package recon.binance.withdrawals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Endpoint;
import recon.binance.source.Fields;
import recon.binance.source.MalformedReply;
import recon.binance.source.OffsetWalk;
import recon.binance.source.Page;
import recon.binance.source.Phase;
import recon.binance.source.Price;
import recon.binance.source.Reach;
import recon.binance.source.RowReader;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Wallets;
import recon.ledger.RawRef;
import recon.ledger.booking.Withdrawal;
import recon.ledger.row.Observation;

/**
 * {@code GET /sapi/v1/capital/withdraw/history}, by apply time; ten a second for each account. The status of a row moves
 * on: the caller lets its scopes overlap.
 */
public final class Withdrawals implements Source {
    private static final String NAME = Withdrawal.SOURCE;
    private static final Endpoint ENDPOINT = new Endpoint(
            NAME,
            "/sapi/v1/capital/withdraw/history",
            Reach.ACCOUNT,
            Phase.MOVEMENTS,
            Price.sapiUidSecond(18_000),
            List.of(WithdrawalRow.class));
    private static final OffsetWalk WALK = new OffsetWalk(NAME, Duration.ofDays(89), 1_000);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final RowReader reader;

    /** @param json as {@code ExchangeJson} makes it */
    public Withdrawals(ObjectMapper json) {
        this.reader = new RowReader(json, NAME);
    }

    @Override
    public Endpoint endpoint() {
        return ENDPOINT;
    }

    @Override
    public Request request(Cursor cursor, Scope scope) {
        return WALK.ask(ENDPOINT.request(scope), cursor, scope);
    }

    @Override
    public Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope) {
        List<WithdrawalRow> rows = reader.rows(reply, WithdrawalRow.class);
        List<Observation> observations = IntStream.range(0, rows.size())
                .<Observation>mapToObj(i -> withdrawal(rows.get(i), reader.fields(i), scope)
                        .observe(reply.receivedAt(), new RawRef(archiveKey, i), scope.settings()))
                .toList();
        return new Page(observations, rows.size(), WALK.after(rows.size(), cursor, scope));
    }

    private static Withdrawal withdrawal(WithdrawalRow row, Fields fields, Scope scope) {
        return new Withdrawal(
                scope.account().id(),
                fields.text(row.id(), "id"),
                fields.text(row.coin(), "coin"),
                fields.need(row.amount(), "amount"),
                fields.need(row.transactionFee(), "transactionFee"),
                Fields.optional(row.network()),
                Fields.optional(row.address()),
                Fields.optional(row.txId()),
                fields.need(row.status(), "status"),
                time(fields.text(row.applyTime(), "applyTime"), "applyTime"),
                Optional.of(Fields.optional(row.completeTime()))
                        .filter(text -> !text.isEmpty())
                        .map(text -> time(text, "completeTime")),
                Wallets.ofType(row.walletType()));
    }

    private static Instant time(String text, String name) {
        try {
            return LocalDateTime.parse(text, SECONDS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new MalformedReply(NAME, name + " is not a time: " + text);
        }
    }
}
