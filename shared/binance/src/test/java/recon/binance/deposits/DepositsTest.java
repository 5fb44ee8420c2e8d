package recon.binance.deposits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Deposit;
import recon.ledger.row.RowSeen;

class DepositsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ROW = """
            {"id":"769800519366885376","amount":"0.00100","coin":"BNB","network":"BNB","status":1,
             "address":"bnb136ns6lfw4zs5hg4n85vdthaad7hq5m4gtkgf23","addressTag":"101764890",
             "txId":"98A3EA560C6B3336D348B6C83F0F95ECE4F1F5919E94BD006E5BF3BF264FACFC",
             "insertTime":1767225600000,"completeTime":1767225660000,"transferType":0,"confirmTimes":"1/1",
             "unlockConfirm":12,"walletType":1,"travelRuleStatus":0}""";

    private final Deposits source = new Deposits(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-31T00:00:00Z");

    private Page read(String body) {
        Request request = source.request(Cursor.START, scope);
        return source.read(Samples.reply(request, body), "k", Cursor.START, scope);
    }

    @Test
    void aRowBecomesADeposit_withEverythingItSays() {
        Deposit expected = new Deposit(
                "1002",
                "769800519366885376",
                "BNB",
                new BigDecimal("0.00100"),
                "BNB",
                "bnb136ns6lfw4zs5hg4n85vdthaad7hq5m4gtkgf23",
                "98A3EA560C6B3336D348B6C83F0F95ECE4F1F5919E94BD006E5BF3BF264FACFC",
                1,
                FROM,
                Optional.of(FROM.plusSeconds(60)),
                new Wallet("FUNDING"));
        assertThat(read("[" + ROW + "]"))
                .isEqualTo(
                        new Page(List.of(expected.observe(Samples.RECEIVED, new RawRef("k", 0))), 1, Cursor.FINISHED));
    }

    @Test
    void whatIsMissingInOldRows_isEmpty() {
        String old = """
                [{"id":7,"amount":1.50,"coin":"ETH","status":6,"insertTime":1767225600000,"txId":null}]""";
        Deposit expected = new Deposit(
                "1002", "7", "ETH", new BigDecimal("1.50"), "", "", "", 6, FROM, Optional.empty(), Wallet.SPOT);
        assertThat(read(old).observations()).containsExactly(expected.observe(Samples.RECEIVED, new RawRef("k", 0)));
    }

    @Test
    void anUnknownStatusOrWallet_isKept() {
        String odd = ROW.replace("\"status\":1", "\"status\":99").replace("\"walletType\":1", "\"walletType\":8");
        assertThat(read("[" + odd + "]").observations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "amount", "coin", "status", "insertTime"})
    void aRowWithoutOneOfItsKeys_refusesThePage(String field) {
        assertThatThrownBy(() -> read("[" + ROW.replace("\"" + field + "\"", "\"x\"") + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @Test
    void windowsStayBelowNinetyDays() {
        Scope year = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(365)), Integer.MAX_VALUE);
        Walk walk = Walk.through(source, year, Cursor.START, exchange(List.of()));
        // 365 days and a millisecond in windows of 89 days.
        assertThat(walk.requests()).hasSize(5);
        assertThat(walk.requests().getFirst().line())
                .isEqualTo("GET /sapi/v1/capital/deposit/hisrec?startTime=1767225600000&endTime=1774915199999"
                        + "&offset=0&limit=1000");
    }

    @Property(tries = 200)
    void noRowIsLost_whateverThePageSize(
            @ForAll @Size(max = 40) List<@IntRange(max = 200) Integer> days,
            @ForAll @IntRange(min = 1, max = 9) int pageLimit) {
        Scope all = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(200)), pageLimit);
        Walk walk = Walk.through(source, all, Cursor.START, exchange(days));
        List<String> ids = walk.observations().stream()
                .map(row -> ((RowSeen) row).externalId())
                .toList();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, days.size()).mapToObj(i -> "d" + i).toList());
    }

    /** One row a day given, newest first; windows of 90 days and more are refused. */
    private static Function<Request, String> exchange(List<Integer> days) {
        return request -> {
            long start = Long.parseLong(request.params().get("startTime"));
            long end = Long.parseLong(request.params().get("endTime"));
            assertThat(end - start).isLessThan(Duration.ofDays(90).toMillis());
            return IntStream.range(0, days.size())
                    .boxed()
                    .filter(i -> time(days.get(i)) >= start && time(days.get(i)) <= end)
                    .sorted(Comparator.comparing((Integer i) -> days.get(i)).reversed())
                    .skip(Long.parseLong(request.params().get("offset")))
                    .limit(Long.parseLong(request.params().get("limit")))
                    .map(i -> ROW.replace("769800519366885376", "d" + i)
                            .replace("\"insertTime\":1767225600000", "\"insertTime\":" + time(days.get(i))))
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static long time(int day) {
        return FROM.plus(Duration.ofDays(day)).toEpochMilli();
    }
}
