package recon.binance.universaltransfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.NoProgress;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.Account;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.row.RowSeen;

class UniversalTransfersTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ROW = """
            {"tranId":92275823339,"fromEmail":"MAIN@example.com","toEmail":"sub1@example.com","asset":"BNB",
             "amount":"0.01","createTimeStamp":1767225600000,"fromAccountType":"SPOT","toAccountType":"USDT_FUTURE",
             "status":"SUCCESS","clientTranId":"test"}""";

    private final UniversalTransfers source = new UniversalTransfers(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.MAIN, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z");

    record Moved(String from, String to, int day) {}

    private Page read(String rows) {
        Request request = source.request(Cursor.START, scope);
        String body = "{\"result\":[" + rows + "],\"totalCount\":1}";
        return source.read(Samples.reply(request, body), "k", Cursor.START, scope);
    }

    private static UniversalTransfer transfer(Party from, Party to, String status) {
        return new UniversalTransfer("1001", 92275823339L, from, to, "BNB", new BigDecimal("0.01"), status, FROM);
    }

    @Test
    void aRowBecomesATransfer_andEmailsBecomeAccounts() {
        UniversalTransfer expected = transfer(
                new Party("MAIN@example.com", Optional.of("1001"), Wallet.SPOT),
                new Party("sub1@example.com", Optional.of("1002"), Wallet.FUTURES),
                "SUCCESS");
        assertThat(read(ROW).observations()).containsExactly(expected.observe(Samples.RECEIVED, new RawRef("k", 0)));
    }

    @Test
    void anAccountNobodyConfigured_leavesTheOtherSideBooked() {
        RowSeen seen = (RowSeen) read(ROW.replace("sub1@", "stranger@").replace("USDT_FUTURE", "ALPHA"))
                .observations()
                .getFirst();
        assertThat(seen.bookings()).hasSize(1);
        assertThat(seen.bookings().getFirst().accountId()).isEqualTo("1001");
        assertThat(seen.bookings().getFirst().legs().toString()).contains("stranger@example.com");
    }

    @Test
    void anUnknownStatus_isKeptAndMovesNothing() {
        RowSeen seen = (RowSeen)
                read(ROW.replace("SUCCESS", "PONDERING")).observations().getFirst();
        assertThat(seen.externalId()).isEqualTo("92275823339");
        assertThat(seen.bookings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tranId",
                "fromEmail",
                "toEmail",
                "asset",
                "amount",
                "createTimeStamp",
                "fromAccountType",
                "toAccountType",
                "status"
            })
    void aRowWithoutOneOfItsFields_refusesThePage(String field) {
        assertThatThrownBy(() -> read(ROW.replace("\"" + field + "\"", "\"x\"")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @Test
    void aBodyWithoutResult_isRefused() {
        Request request = source.request(Cursor.START, scope);
        assertThatThrownBy(() -> source.read(Samples.reply(request, "{}"), "k", Cursor.START, scope))
                .isInstanceOf(MalformedReply.class);
    }

    @Test
    void eachSubAccountIsAskedAsGiverAndReceiver() {
        assertThat(Walk.through(source, scope, Cursor.START, exchange(List.of())).requests().stream()
                        .map(Request::query)
                        .map(query -> query.substring(0, query.indexOf("&startTime"))))
                .containsExactly(
                        "fromEmail=sub1%40example.com",
                        "toEmail=sub1%40example.com", "fromEmail=sub2%40example.com", "toEmail=sub2%40example.com");
    }

    @Test
    void withoutSubAccounts_theMainAccountIsAskedAsGiver() {
        Scope alone = Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z");
        Walk walk = Walk.through(source, alone, Cursor.START, request -> "{\"result\":[]}");
        assertThat(walk.requests().stream().map(Request::query))
                .containsExactly("startTime=1767225600000&endTime=1767571200000&page=1&limit=500");
    }

    @Test
    void aSubAccountThatLeftTheConfiguration_isNamed() {
        Cursor gone = Cursor.START.with("side", "fromEmail:gone@example.com");
        assertThatThrownBy(() -> source.request(gone, scope))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("gone@example.com");
    }

    @Test
    void pagesWithoutEnd_failByName() {
        Scope small = Samples.scope(Samples.MAIN, FROM, FROM, 1);
        Cursor far = Cursor.START.with("side", "fromEmail:sub1@example.com").with("page", 10_000);
        Request request = source.request(far, small);
        assertThatThrownBy(() -> source.read(Samples.reply(request, "{\"result\":[" + ROW + "]}"), "k", far, small))
                .isInstanceOf(NoProgress.class);
    }

    @Property(tries = 200)
    void noTransferIsLost_whateverThePageSize(
            @ForAll("moves") List<Moved> moves, @ForAll @IntRange(min = 1, max = 9) int pageLimit) {
        Scope all = Samples.scope(Samples.MAIN, FROM, FROM.plus(Duration.ofDays(30)), pageLimit);
        Walk walk = Walk.through(source, all, Cursor.START, exchange(moves));
        List<String> seen = walk.observations().stream()
                .map(row -> ((RowSeen) row).externalId())
                .distinct()
                .toList();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, moves.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Provide
    Arbitrary<List<Moved>> moves() {
        List<String> emails = List.of(Samples.MAIN, Samples.SUB1, Samples.SUB2).stream()
                .map(Account::email)
                .toList();
        return Combinators.combine(
                        Arbitraries.of(emails),
                        Arbitraries.of(emails),
                        Arbitraries.integers().between(0, 30))
                .as(Moved::new)
                .filter(move -> !move.from().equals(move.to()))
                .list()
                .ofMaxSize(40);
    }

    /** Takes one email, and windows shorter than seven days. */
    private static Function<Request, String> exchange(List<Moved> moves) {
        return request -> {
            long start = Long.parseLong(request.params().get("startTime"));
            long end = Long.parseLong(request.params().get("endTime"));
            assertThat(end - start).isLessThan(Duration.ofDays(7).toMillis());
            long limit = Long.parseLong(request.params().get("limit"));
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < moves.size(); i++) {
                Moved moved = moves.get(i);
                long time = FROM.plus(Duration.ofDays(moved.day())).toEpochMilli();
                boolean side = moved.from().equals(request.params().get("fromEmail"))
                        || moved.to().equals(request.params().get("toEmail"));
                if (side && time >= start && time <= end) {
                    rows.add(ROW.replace("92275823339", "" + i)
                            .replace("MAIN@example.com", moved.from())
                            .replace("\"toEmail\":\"sub1@example.com\"", "\"toEmail\":\"" + moved.to() + "\"")
                            .replace("1767225600000", "" + time));
                }
            }
            long page = Long.parseLong(request.params().get("page"));
            return rows.stream()
                    .skip((page - 1) * limit)
                    .limit(limit)
                    .collect(Collectors.joining(",", "{\"result\":[", "],\"totalCount\":" + rows.size() + "}"));
        };
    }
}
