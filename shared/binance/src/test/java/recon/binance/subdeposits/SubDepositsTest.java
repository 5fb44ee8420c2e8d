package recon.binance.subdeposits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Scope;
import recon.ledger.row.WitnessRow;

class SubDepositsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private final SubDeposits source = new SubDeposits(ExchangeJson.mapper());

    private static Scope scope(int pageLimit) {
        return Samples.scope(Samples.MAIN, FROM, FROM.plus(Duration.ofDays(100)), pageLimit);
    }

    private static String row(String id, int status, int day) {
        return "{\"id\":\"" + id + "\",\"amount\":\"0.5\",\"coin\":\"BNB\",\"status\":" + status + ",\"insertTime\":"
                + FROM.plus(Duration.ofDays(day)).toEpochMilli() + ",\"walletType\":1}";
    }

    /** The same days for each sub-account, newest first. */
    private static Function<Request, String> exchange(List<Integer> days) {
        return request -> {
            var params = request.params();
            return IntStream.range(0, days.size())
                    .boxed()
                    .filter(i -> FROM.plus(Duration.ofDays(days.get(i))).toEpochMilli()
                            >= Long.parseLong(params.get("startTime")))
                    .filter(i -> FROM.plus(Duration.ofDays(days.get(i))).toEpochMilli()
                            <= Long.parseLong(params.get("endTime")))
                    .sorted((a, b) -> Integer.compare(days.get(b), days.get(a)))
                    .skip(Long.parseLong(params.get("offset")))
                    .limit(Long.parseLong(params.get("limit")))
                    .map(i -> row(params.get("email") + i, 1, days.get(i)))
                    .collect(Collectors.joining(",", "[", "]"));
        };
    }

    @Property(tries = 50)
    void noDepositIsLost_ofAnySubAccount(
            @ForAll @Size(max = 15) List<@IntRange(max = 99) Integer> days,
            @ForAll @IntRange(min = 1, max = 5) int pageLimit) {
        Walk walk = Walk.through(source, scope(pageLimit), Cursor.START, exchange(days));
        assertThat(walk.observations().stream()
                        .map(seen -> (WitnessRow) seen)
                        .map(seen -> seen.accountId() + seen.externalId())
                        .distinct())
                .hasSize(2 * days.size());
        assertThat(walk.observations().stream().map(seen -> ((WitnessRow) seen).accountId()))
                .allMatch(List.of("1002", "1003")::contains);
    }

    @Test
    void onlyWhatIsCredited_isAMovement() {
        Walk walk = Walk.through(
                source,
                Samples.scope(Samples.MAIN, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"),
                Cursor.START,
                request -> "[" + row("a", 0, 1) + "," + row("b", 6, 1) + "," + row("c", 99, 1) + "]");
        assertThat(walk.observations().stream().map(seen -> ((WitnessRow) seen).externalId()))
                .containsExactly("b", "b");
    }

    @Test
    void withoutSubAccounts_thereIsNothingToAsk() {
        assertThat(source.idle(Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z")))
                .isTrue();
        assertThat(source.idle(scope(1))).isFalse();
    }
}
