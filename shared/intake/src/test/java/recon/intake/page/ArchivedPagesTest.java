package recon.intake.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import recon.binance.accountsnapshot.AccountSnapshot;
import recon.binance.budget.Limits;
import recon.binance.futuresincome.FuturesIncomes;
import recon.binance.json.ExchangeJson;
import recon.binance.margininterest.MarginInterests;
import recon.binance.request.Reply;
import recon.binance.source.Cursor;
import recon.binance.source.Known;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.spotaccount.SpotAccount;
import recon.binance.universaltransfers.UniversalTransfers;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.entry.Leg;
import recon.ledger.row.Captured;
import recon.ledger.row.Final;
import recon.ledger.row.Observation;
import recon.ledger.row.RowSeen;
import recon.ledger.setting.LedgerSettings;
import recon.storage.StorageException;
import recon.storage.archive.RawResponse;

/** What is archived of an answer is enough to read it again as it was read when it came. */
class ArchivedPagesTest {
    private static final ObjectMapper JSON = ExchangeJson.mapper();
    private static final LedgerSettings SETTINGS = LedgerSettings.from(name -> Optional.empty());
    private static final Instant SENT = Instant.parse("2026-01-02T00:02:00.100Z");
    private static final Instant RECEIVED = SENT.plusMillis(80);
    private static final String KEY = "raw/x";

    private final ArchivedPages pages = new ArchivedPages(new PageReader(JSON), SETTINGS);

    private static RawResponse archived(
            Source source, Cursor cursor, int status, String body, Map<String, String> attributes) {
        Scope scope = scope(Known.NOTHING);
        return Archiving.response(source, "7", reply(source, cursor, status, body, scope), cursor, scope, attributes);
    }

    private static Scope scope(Known known) {
        return new Scope(
                new Account("7", "main@example.com"),
                true,
                List.of(new Account("8", "sub@example.com")),
                Instant.parse("2025-12-25T00:00:00Z"),
                RECEIVED,
                SETTINGS,
                name -> Optional.empty(),
                500,
                Limits.DOCUMENTED,
                "nat",
                known);
    }

    private static Reply reply(Source source, Cursor cursor, int status, String body, Scope scope) {
        return new Reply(
                source.request(cursor, scope),
                status,
                Map.of("content-type", "application/json"),
                SENT,
                RECEIVED,
                body.getBytes(StandardCharsets.UTF_8),
                true,
                Optional.empty());
    }

    private ArchivedPages.Meaning meaning(Source source, RawResponse archived) {
        return pages.read(source, KEY, archived, name -> Optional.empty(), () -> List.of("BTCUSDT", "ETHUSDT"));
    }

    /** @param still for how long the account had not moved when it was asked for */
    private static String account(Duration still) {
        return "{\"uid\":7,\"updateTime\":" + SENT.minus(still).toEpochMilli()
                + ",\"balances\":[{\"asset\":\"BTC\",\"free\":\"1.5\",\"locked\":\"0\"}]}";
    }

    @Test
    void captureIsTheSame_withTheMomentAtWhichItWasAskedFor() {
        SpotAccount source = new SpotAccount(JSON);
        RawResponse archived = archived(source, Cursor.START, 200, account(Duration.ofMinutes(5)), Map.of());

        assertThat(meaning(source, archived))
                .isInstanceOfSatisfying(
                        ArchivedPages.Meaning.Counts.class,
                        counts -> assertThat(counts.observations())
                                .singleElement()
                                .isInstanceOfSatisfying(Captured.class, captured -> {
                                    BalanceCapture capture = captured.capture();
                                    assertThat(capture.accountId()).isEqualTo("7");
                                    assertThat(capture.sentAt()).isEqualTo(SENT);
                                    assertThat(capture.receivedAt()).isEqualTo(RECEIVED);
                                    assertThat(capture.raw().key()).isEqualTo(KEY);
                                }));
    }

    @Test
    void captureOfAnAccountThatMoved_countsOnlyWhereItWasTheLastTry() {
        SpotAccount source = new SpotAccount(JSON);
        Cursor cursor = Cursor.START;
        for (int again = 0; again < Counting.RECAPTURES; again++) {
            assertThat(meaning(source, archived(source, cursor, 200, account(Duration.ofMillis(1)), Map.of())))
                    .as("after " + again)
                    .isInstanceOf(ArchivedPages.Meaning.AskedAgain.class);
            cursor = Counting.recapturing(cursor);
        }
        assertThat(meaning(source, archived(source, cursor, 200, account(Duration.ofMillis(1)), Map.of())))
                .isInstanceOf(ArchivedPages.Meaning.Counts.class);
    }

    /** One type alone fills a page of one millisecond: the walk goes on contract by contract, and needs to know them. */
    @Test
    void pageOfACrowdedMillisecond_countsAgain() {
        FuturesIncomes source = new FuturesIncomes(JSON);
        long at = SENT.toEpochMilli();
        String rows = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"symbol\":\"BTCUSDT\",\"incomeType\":\"COMMISSION\",\"income\":\"-0.01\","
                        + "\"asset\":\"USDT\",\"time\":" + at + ",\"tranId\":" + i + ",\"tradeId\":\"" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Cursor crowded = Cursor.START.with("crowded", at).with("types", "COMMISSION");

        assertThat(meaning(source, archived(source, crowded, 200, rows, Map.of())))
                .isInstanceOfSatisfying(
                        ArchivedPages.Meaning.Counts.class,
                        counts -> assertThat(counts.observations()).hasSize(1_000));
    }

    @Test
    void answerWithoutTheDayThatWasWaitedFor_countsOnlyWhereNobodyWaitedAnyLonger() {
        AccountSnapshot source = AccountSnapshot.spot(JSON);
        String empty = "{\"code\":200,\"msg\":\"\",\"snapshotVos\":[]}";
        Cursor last = Cursor.START;
        for (int wait = 0; wait < Counting.WAITS; wait++) {
            last = Counting.waiting(last);
        }

        assertThat(meaning(source, archived(source, Cursor.START, 200, empty, Map.of())))
                .isInstanceOf(ArchivedPages.Meaning.AskedAgain.class);
        assertThat(meaning(source, archived(source, last, 200, empty, Map.of())))
                .isInstanceOf(ArchivedPages.Meaning.Counts.class);
        assertThat(meaning(source, archived(source, Cursor.START, 200, empty, Map.of(Counting.AT_ONCE, "true"))))
                .isInstanceOf(ArchivedPages.Meaning.Counts.class);
    }

    @Test
    void transferBooksBothSides_forTheAccountsThatWereConfiguredThen() {
        UniversalTransfers source = new UniversalTransfers(JSON);
        String body = "{\"result\":[{\"tranId\":11,\"fromEmail\":\"main@example.com\",\"toEmail\":\"sub@example.com\","
                + "\"asset\":\"USDT\",\"amount\":\"10\",\"createTimeStamp\":1767225700000,\"fromAccountType\":\"SPOT\","
                + "\"toAccountType\":\"SPOT\",\"status\":\"SUCCESS\"}],\"totalCount\":1}";

        assertThat(meaning(source, archived(source, Cursor.START, 200, body, Map.of())))
                .isInstanceOfSatisfying(ArchivedPages.Meaning.Counts.class, counts -> {
                    Observation row = counts.observations().getFirst();
                    assertThat(row).isInstanceOfSatisfying(RowSeen.class, seen -> {
                        assertThat(seen.seenAt()).isEqualTo(RECEIVED);
                        assertThat(seen.bookings())
                                .extracting(booking -> booking.accountId())
                                .containsExactlyInAnyOrder("7", "8");
                    });
                });
    }

    /** Cross margin first, then the pair that was known when it was asked for; the archive says nothing of it but where it stood. */
    @Test
    void answerAboutAnIsolatedPair_isReadAsOfThatPair() {
        MarginInterests source = new MarginInterests(JSON);
        Scope scope = scope(new Known(() -> List.of(Wallet.isolated("BTCUSDT")), List::of));
        Reply cross = reply(source, Cursor.START, 200, "{\"rows\":[],\"total\":0}", scope);
        Cursor pair = source.read(cross, KEY, Cursor.START, scope).next();
        String body = "{\"rows\":[{\"txId\":5,\"interestAccuredTime\":1767225600000,\"asset\":\"USDT\","
                + "\"interest\":\"0.25\"}],\"total\":1}";
        RawResponse archived =
                Archiving.response(source, "7", reply(source, pair, 200, body, scope), pair, scope, Map.of());

        assertThat(archived.request()).contains("isolatedSymbol=BTCUSDT");
        assertThat(meaning(source, archived))
                .isInstanceOfSatisfying(
                        ArchivedPages.Meaning.Counts.class,
                        counts -> assertThat(counts.observations())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Final.class,
                                        row -> assertThat(row.booking().legs())
                                                .extracting(Leg::wallet)
                                                .containsOnly(Wallet.isolated("BTCUSDT"))));
    }

    @Test
    void refusedAnswerMeansNothing_whateverItsStatus() {
        SpotAccount source = new SpotAccount(JSON);
        for (RawResponse refused : List.of(
                archived(source, Cursor.START, 400, "{\"code\":-2015,\"msg\":\"Invalid API-key\"}", Map.of()),
                archived(source, Cursor.START, 200, "{\"code\":-1003,\"msg\":\"Too many\"}", Map.of()),
                archived(source, Cursor.START, 403, "<html></html>", Map.of()),
                archived(source, Cursor.START, 0, "", Map.of()),
                archived(source, Cursor.START, 200, "{\"uid\":9,\"balances\":[]}", Map.of()))) {
            assertThat(meaning(source, refused))
                    .as(refused.toString())
                    .isInstanceOf(ArchivedPages.Meaning.Refused.class);
        }
    }

    @Test
    void lineThatDoesNotSayHowItWasAskedFor_isNamed() {
        SpotAccount source = new SpotAccount(JSON);
        RawResponse old = archived(source, Cursor.START, 200, account(Duration.ofDays(1)), Map.of());
        RawResponse bare = new RawResponse(
                old.source(),
                old.accountId(),
                old.request(),
                old.status(),
                old.headers(),
                old.receivedAt(),
                old.complete(),
                old.body());

        assertThatThrownBy(() -> meaning(source, bare))
                .isInstanceOf(StorageException.Malformed.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("how it was asked for");
    }
}
