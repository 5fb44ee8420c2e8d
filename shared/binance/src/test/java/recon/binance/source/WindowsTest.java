package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.fake.WalletRows;
import recon.binance.request.Request;

/** Windows, pages and prices of the other wallets' sources against what the exchange takes, as the facts sheet has it. */
class WindowsTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(200);

    /** Days that a window may have at most; lanes that it is asked in; the parameter and the size of a full page. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "own-transfers, 30, 30, size, 100, {\"total\":0}",
                "convert, 30, 1, limit, 1000, `{\"list\":[],\"moreData\":false}`",
                "dust, 30, 2, , , {\"userAssetDribblets\":[]}",
                "dividends, 180, 1, limit, 500, {\"rows\":[]}",
                "borrow-repay, 7, 4, size, 100, `{\"rows\":[],\"total\":0}`",
                "margin-interest, 30, 2, size, 100, `{\"rows\":[],\"total\":0}`",
                "margin-transfers, 30, 2, size, 100, `{\"rows\":[],\"total\":0}`",
                "capital-flow, 7, 2, limit, 1000, []",
                "force-liquidations, 30, 2, size, 100, `{\"rows\":[],\"total\":0}`",
                "sub-deposits, 89, 2, limit, 1000, []",
                "legacy-transfers, 30, 4, limit, 500, []"
            })
    void windowsCoverEverything_andAreNoLongerThanTheExchangeTakes(
            String name, int days, int lanes, String size, String full, String empty) {
        Source source = WalletRows.SOURCES.get(name);
        Scope scope = Samples.knowing(
                Samples.scope(
                        source.reach() == Reach.MAIN ? Samples.MAIN : Samples.SUB1,
                        FROM,
                        FROM.plus(LENGTH),
                        Integer.MAX_VALUE),
                List.of("BTCUSDT"),
                List.of());
        List<Request> requests =
                Walk.through(source, scope, Cursor.START, request -> empty).requests();

        Duration longest = Duration.ofDays(days);
        assertThat(requests).allSatisfy(request -> assertThat(length(request)).isLessThanOrEqualTo(longest));
        // A day with what is read again, and the hours until it is read, are one window.
        assertThat(source.overlap().plusDays(1)).isLessThan(longest);
        // 200 days and a millisecond.
        int windows = (int) Math.ceilDiv(LENGTH.toMillis() + 1, longest.toMillis());
        assertThat(requests).hasSize(lanes * windows);
        assertThat(requests.stream().map(WindowsTest::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(LENGTH.plusMillis(1).multipliedBy(lanes));
        if (size != null) {
            assertThat(requests)
                    .allSatisfy(request -> assertThat(request.params()).containsEntry(size, full));
        }
    }

    /** Weights and buckets of the facts sheet, and half of each limit. */
    @ParameterizedTest
    @CsvSource({
        "funding-account,1,6000,sapi:/sapi/v1/asset/get-funding-asset:ip:egress-a",
        "own-transfers,1,6000,sapi:/sapi/v1/asset/transfer:ip:egress-a",
        "convert,3000,90000,sapi:/sapi/v1/convert/tradeFlow:uid:1002",
        "dust,1,6000,sapi:/sapi/v1/asset/dribblet:ip:egress-a",
        "dividends,10,6000,sapi:/sapi/v1/asset/assetDividend:ip:egress-a",
        "futures-account,5,1200,fapi:ip:egress-a",
        "futures-income,30,1200,fapi:ip:egress-a",
        "futures-info,1,1200,fapi:ip:egress-a",
        "margin-account,10,6000,sapi:/sapi/v1/margin/account:ip:egress-a",
        "isolated-account,10,6000,sapi:/sapi/v1/margin/isolated/account:ip:egress-a",
        "margin-trades,10,6000,sapi:/sapi/v1/margin/myTrades:ip:egress-a",
        "borrow-repay,10,6000,sapi:/sapi/v1/margin/borrow-repay:ip:egress-a",
        "margin-interest,1,6000,sapi:/sapi/v1/margin/interestHistory:ip:egress-a",
        "margin-transfers,1,6000,sapi:/sapi/v1/margin/transfer:ip:egress-a",
        "capital-flow,100,6000,sapi:/sapi/v1/margin/capital-flow:ip:egress-a",
        "force-liquidations,1,6000,sapi:/sapi/v1/margin/forceLiquidationRec:ip:egress-a",
        "sub-deposits,1,6000,sapi:/sapi/v1/capital/deposit/subHisrec:ip:egress-a",
        "legacy-transfers,1,6000,sapi:/sapi/v1/sub-account/sub/transfer/history:ip:egress-a",
        "sub-accounts,1,6000,sapi:/sapi/v1/sub-account/list:ip:egress-a",
        "wallet-overview,60,6000,sapi:/sapi/v1/asset/wallet/balance:ip:egress-a",
        "margin-snapshot,2400,6000,sapi:/sapi/v1/accountSnapshot:ip:egress-a",
        "futures-snapshot,2400,6000,sapi:/sapi/v1/accountSnapshot:ip:egress-a",
        "sor-allocations,20,3000,api:ip:egress-a",
        "stp-transfers,20,3000,api:ip:egress-a"
    })
    void requestCosts_whatTheExchangeSays(String source, int weight, int limit, String bucket) {
        WalletRows.Case given = WalletRows.cases()
                .filter(one -> one.source().equals(source))
                .findFirst()
                .orElseThrow();
        Source asked = given.asked();
        assertThat(asked.request(given.cursor(), WalletRows.scope(asked)).charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.weight()).isEqualTo(weight);
                    assertThat(charge.bucket().limit()).isEqualTo(limit);
                    assertThat(charge.bucket().key()).isEqualTo(bucket);
                });
    }

    private static Duration length(Request request) {
        return Duration.ofMillis(Long.parseLong(request.params().get("endTime"))
                - Long.parseLong(request.params().get("startTime"))
                + 1);
    }
}
