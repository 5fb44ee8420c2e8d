package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WalletHistoryTest {
    private static final String DEPOSITS = "/sapi/v1/capital/deposit/hisrec";
    private static final String WITHDRAWALS = "/sapi/v1/capital/withdraw/history";
    private static final long DAY_MS = 86_400_000;

    @TempDir
    private Path folder;

    private Exchange exchange;

    @BeforeEach
    void open() {
        exchange = new Exchange(Exchange.settings(11), folder, Exchange.day(12));
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void givesDepositsNewestFirst_byInsertTime() {
        List<JsonNode> rows = rows(DEPOSITS, "");
        long from = rows.get(9).get("insertTime").asLong();
        long to = rows.get(3).get("insertTime").asLong();

        assertThat(rows)
                .hasSizeGreaterThan(15)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        b.get("insertTime").asLong(), a.get("insertTime").asLong()));
        assertThat(rows(DEPOSITS, "startTime=" + from + "&endTime=" + to)).containsAll(rows.subList(3, 10));
        assertThat(rows(DEPOSITS, "startTime=" + from + "&endTime=" + to))
                .allMatch(row -> row.get("insertTime").asLong() >= from
                        && row.get("insertTime").asLong() <= to);
        assertThat(rows(DEPOSITS, "offset=2&limit=3")).containsExactlyElementsOf(rows.subList(2, 5));
        assertThat(rows(DEPOSITS, "offset=100000")).isEmpty();
    }

    @Test
    void filtersDeposits_byStatusCoinAndTransaction() {
        JsonNode one = rows(DEPOSITS, "").get(4);

        assertThat(rows(DEPOSITS, "status=1"))
                .isNotEmpty()
                .allMatch(row -> row.get("status").asInt() == 1);
        assertThat(rows(DEPOSITS, "coin=" + one.get("coin").asText()))
                .contains(one)
                .allMatch(row -> row.get("coin").equals(one.get("coin")));
        assertThat(rows(DEPOSITS, "includeSource=true").getFirst().has("sourceAddress"))
                .isTrue();
    }

    @Test
    void movesADepositFromPendingToCredited_atItsCompleteTime() {
        JsonNode row = rows(DEPOSITS, "status=1").stream()
                .filter(deposit -> deposit.has("completeTime"))
                .filter(deposit ->
                        deposit.get("completeTime").asLong() > Exchange.day(1).toEpochMilli())
                .findFirst()
                .orElseThrow();
        long complete = row.get("completeTime").asLong();

        exchange.time.jumpTo(
                Exchange.day(0).plusMillis(complete - Exchange.day(0).toEpochMilli() - 2_000));
        JsonNode before = find(row);
        exchange.time.jumpTo(
                Exchange.day(0).plusMillis(complete - Exchange.day(0).toEpochMilli() + 2_000));
        JsonNode after = find(row);

        assertThat(before.get("status").asInt()).isZero();
        assertThat(before.has("completeTime")).isFalse();
        assertThat(after.get("status").asInt()).isIn(1, 6);
        assertThat(after.get("completeTime").asLong()).isEqualTo(complete);
    }

    @Test
    void hasDepositsOfEveryFate_overTwoWeeksAndThreeAccounts() {
        List<JsonNode> rows = new ArrayList<>();
        exchange.simulator
                .accounts()
                .forEach(account -> exchange.json(account, DEPOSITS, "").forEach(rows::add));

        assertThat(rows.stream().map(row -> row.get("status").asInt())).contains(1, 2, 7);
        assertThat(rows.stream().filter(row -> row.get("transferType").asInt() == 1))
                .isNotEmpty()
                .allMatch(row -> row.get("status").asInt() == 1 && !row.has("completeTime"));
        assertThat(rows.stream()
                        .filter(row -> row.has("completeTime"))
                        .filter(row -> row.get("completeTime").asLong()
                                        - row.get("insertTime").asLong()
                                > DAY_MS / 2))
                .isNotEmpty();
        assertThat(rows.stream().map(row -> row.get("txId").asText()).distinct().count())
                .isLessThan(rows.size());
    }

    @ParameterizedTest
    @CsvSource({
        "/sapi/v1/capital/deposit/hisrec, 90, 0, -4047",
        "/sapi/v1/capital/deposit/hisrec, 90, 1, 0",
        "/sapi/v1/capital/withdraw/history, 90, 0, -4047",
        "/sapi/v1/capital/withdraw/history, 90, 1, 0",
        "/sapi/v1/sub-account/universalTransfer, 7, 0, -7001",
        "/sapi/v1/sub-account/universalTransfer, 7, 1, 0"
    })
    void takesAWindow_thatIsShorterThanTheLongest(String path, int days, int shorterByMs, int code) {
        long end = exchange.simulator.exchangeTime().toEpochMilli();
        long start = end - days * DAY_MS + shorterByMs;

        HttpResponse<String> both = exchange.signed(exchange.main(), path, "startTime=" + start + "&endTime=" + end);
        assertThat(Exchange.code(both)).isEqualTo(code);
        // The end is the present where it is left out, some milliseconds later.
        HttpResponse<String> open = exchange.signed(exchange.main(), path, "startTime=" + (start - 1_000));
        assertThat(Exchange.code(open)).isNotZero();
        assertThat(Exchange.code(exchange.signed(exchange.main(), path, "startTime=5&endTime=4")))
                .isNotZero();
    }

    @Test
    void givesWithdrawalsOfTheMainAccountOnly_withTimesAsWholeSeconds() {
        List<JsonNode> rows = rows(WITHDRAWALS, "");

        assertThat(rows).hasSizeGreaterThan(15).allSatisfy(row -> {
            assertThat(row.get("applyTime").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            assertThat(row.has("completeTime")).isEqualTo(row.get("status").asInt() == 6);
        });
        assertThat(rows.stream().map(row -> row.get("applyTime").asText()).toList())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(rows.stream().filter(row -> row.get("status").asInt() == 3))
                .isNotEmpty()
                .allMatch(row -> !row.get("info").asText().isEmpty());
        assertThat(exchange.json(exchange.sub(1), WITHDRAWALS, "")).isEmpty();
    }

    @Test
    void filtersWithdrawals_byStatusIdsAndOwnOrderId() {
        List<JsonNode> rows = rows(WITHDRAWALS, "");
        String two =
                rows.get(1).get("id").asText() + "," + rows.get(3).get("id").asText();
        JsonNode named = rows.stream()
                .filter(row -> row.has("withdrawOrderId"))
                .findFirst()
                .orElseThrow();

        assertThat(rows(WITHDRAWALS, "idList=" + two)).containsExactly(rows.get(1), rows.get(3));
        assertThat(rows(WITHDRAWALS, "status=3"))
                .allMatch(row -> row.get("status").asInt() == 3);
        assertThat(rows(
                        WITHDRAWALS,
                        "withdrawOrderId=" + named.get("withdrawOrderId").asText()))
                .containsExactly(named);
        assertThat(Exchange.code(exchange.signed(exchange.main(), WITHDRAWALS, "idList=" + "a,".repeat(45) + "a")))
                .isEqualTo(-1130);
    }

    private JsonNode find(JsonNode row) {
        return rows(DEPOSITS, "").stream()
                .filter(other -> other.get("id").equals(row.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> rows(String path, String query) {
        List<JsonNode> rows = new ArrayList<>();
        exchange.json(exchange.main(), path, query).forEach(rows::add);
        return rows;
    }
}
