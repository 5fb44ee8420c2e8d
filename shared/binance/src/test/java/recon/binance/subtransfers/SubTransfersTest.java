package recon.binance.subtransfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
import recon.binance.source.NoProgress;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.row.WitnessRow;

class SubTransfersTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ROW = """
            {"counterParty":"master","email":"main@example.com","type":1,"asset":"BTC","qty":"1.5",
             "fromAccountType":"MARGIN","toAccountType":"SPOT","status":"SUCCESS","tranId":11798835829,
             "time":1767225600000}""";

    private final SubTransfers source = new SubTransfers(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z");

    private Page read(Cursor cursor, String rows) {
        return source.read(Samples.reply(source.request(cursor, scope), "[" + rows + "]"), "k", cursor, scope);
    }

    private static WitnessRow witness(String wallet, String amount) {
        return new WitnessRow(
                "1002",
                "sub-transfers",
                "11798835829",
                FROM,
                new Wallet(wallet),
                "BTC",
                new BigDecimal(amount),
                new RawRef("k", 0));
    }

    @Test
    void whatCameIn_isPositiveInTheReceivingWallet() {
        assertThat(read(Cursor.START, ROW).observations()).containsExactly(witness("SPOT", "1.5"));
    }

    @Test
    void whatWentOut_isNegativeInTheGivingWallet() {
        Cursor out = Cursor.START.with("lane", "type:2");
        assertThat(read(out, ROW.replace("\"type\":1", "\"type\":2")).observations())
                .containsExactly(witness("MARGIN", "-1.5"));
        assertThat(read(out, ROW.replace("\"type\":1,", "")).observations()).containsExactly(witness("MARGIN", "-1.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROCESS", "FAILURE", "PONDERING"})
    void whatHasNotSucceeded_isARowAndNoWitness(String status) {
        Page page = read(Cursor.START, ROW.replace("SUCCESS", status));
        assertThat(page.observations()).isEmpty();
        assertThat(page.rows()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset", "qty", "toAccountType", "status", "tranId", "time"})
    void aRowWithoutOneOfItsFields_refusesThePage(String field) {
        assertThatThrownBy(() -> read(Cursor.START, ROW.replace("\"" + field + "\"", "\"x\"")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @Test
    void bothDirectionsAreAsked_inWindowsOfThirtyDays() {
        Scope long45 = Samples.scope(Samples.SUB1, FROM, FROM.plus(Duration.ofDays(45)), Integer.MAX_VALUE);
        assertThat(Walk.through(source, long45, Cursor.START, exchange(List.of(), List.of())).requests().stream()
                        .map(Request::query))
                .containsExactly(
                        "type=1&startTime=1767225600000&endTime=1769817599999&limit=500",
                        "type=1&startTime=1769817600000&endTime=1771113600000&limit=500",
                        "type=2&startTime=1767225600000&endTime=1769817599999&limit=500",
                        "type=2&startTime=1769817600000&endTime=1771113600000&limit=500");
    }

    @Test
    void aMillisecondThatFillsTheLongestPage_failsByName() {
        List<Integer> crowd = Collections.nCopies(500, 3);
        assertThatThrownBy(() -> Walk.through(source, scope, Cursor.START, exchange(crowd, List.of())))
                .isInstanceOf(NoProgress.class)
                .hasMessageContaining("1767225600003");
    }

    @Property(tries = 200)
    void noTransferIsLost_whateverThePageSize(
            @ForAll @Size(max = 30) List<@IntRange(max = 50) Integer> in,
            @ForAll @Size(max = 30) List<@IntRange(max = 2_000_000_000) Integer> out,
            @ForAll @IntRange(min = 1, max = 9) int pageLimit) {
        Scope all = Samples.scope(Samples.SUB1, FROM, FROM.plusMillis(2_000_000_000), pageLimit);
        Walk walk = Walk.through(source, all, Cursor.START, exchange(in, out));
        List<String> seen = walk.observations().stream()
                .map(row -> ((WitnessRow) row).externalId())
                .distinct()
                .toList();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, in.size() + out.size())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** Rows at so many milliseconds after the beginning; any of them, when there are more than the limit. */
    private static Function<Request, String> exchange(List<Integer> in, List<Integer> out) {
        return request -> {
            boolean incoming = request.params().get("type").equals("1");
            List<Integer> rows = incoming ? in : out;
            int first = incoming ? 0 : in.size();
            long start = Long.parseLong(request.params().get("startTime"));
            long end = Long.parseLong(request.params().get("endTime"));
            return IntStream.range(0, rows.size())
                    .filter(i -> time(rows.get(i)) >= start && time(rows.get(i)) <= end)
                    .limit(Long.parseLong(request.params().get("limit")))
                    .mapToObj(i -> ROW.replace("11798835829", "" + (first + i))
                            .replace("1767225600000", "" + time(rows.get(i)))
                            .replace(
                                    "\"type\":1", "\"type\":" + request.params().get("type")))
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }

    private static long time(int millis) {
        return FROM.plusMillis(millis).toEpochMilli();
    }
}
