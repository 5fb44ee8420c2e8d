package recon.binance.borrowrepay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.binance.capitalflow.CapitalFlows;
import recon.binance.dividends.Dividends;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.margintransfers.MarginTransfers;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Scope;
import recon.binance.stptransfers.StpTransfers;
import recon.binance.walletoverview.WalletOverview;
import recon.ledger.row.Final;
import recon.ledger.row.Remarked;
import recon.ledger.row.RowSeen;
import recon.ledger.row.WitnessRow;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.CapitalFlowSign;

/** Lanes, directions and remarks of the sources that are walked pair by pair. */
class MarginRowsTest {
    private final Scope scope = Samples.knowing(
            Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"), List.of("BTCUSDT"), List.of());

    @Test
    void borrowedAndPaidBack_areAskedForInEachMarginWallet() {
        String row =
                "{\"rows\":[{\"amount\":\"1\",\"asset\":\"USDT\",\"interest\":\"0\",\"principal\":\"1\",\"status\":"
                        + "\"CONFIRMED\",\"timestamp\":1767225600000,\"txId\":9}],\"total\":1}";
        Walk walk = Walk.through(new BorrowRepay(ExchangeJson.mapper()), scope, Cursor.START, request -> row);
        assertThat(walk.requests().stream().map(Request::query))
                .containsExactly(
                        "type=BORROW&startTime=1767225600000&endTime=1767571200000&current=1&size=100",
                        "isolatedSymbol=BTCUSDT&type=BORROW&startTime=1767225600000&endTime=1767571200000&current=1&size=100",
                        "type=REPAY&startTime=1767225600000&endTime=1767571200000&current=1&size=100",
                        "isolatedSymbol=BTCUSDT&type=REPAY&startTime=1767225600000&endTime=1767571200000&current=1&size=100");
        assertThat(walk.observations().stream()
                        .flatMap(seen -> ((RowSeen) seen).bookings().stream())
                        .map(booking -> booking.legs().getFirst())
                        .map(leg -> leg.wallet() + " " + leg.amount()))
                .containsExactly("MARGIN 1", "ISOLATED_MARGIN:BTCUSDT 1", "MARGIN -1", "ISOLATED_MARGIN:BTCUSDT -1");
    }

    private List<Object> transfers(String type, String time, String status) {
        Scope cross = Samples.knowing(scope, List.of(), List.of());
        String body = "{\"rows\":[{\"amount\":\"1\",\"asset\":\"USDT\",\"status\":\"" + status + "\",\"timestamp\":"
                + time + ",\"txId\":9,\"type\":\"" + type + "\"}],\"total\":1}";
        return List.copyOf(
                Walk.through(new MarginTransfers(ExchangeJson.mapper()), cross, Cursor.START, request -> body)
                        .observations());
    }

    /** The documentation shows seconds in places. */
    @Test
    void marginTransferInSeconds_isOfTheSameTime() {
        for (String time : List.of("1767225600", "1767225600000")) {
            assertThat(transfers("ROLL_OUT", time, "CONFIRMED"))
                    .singleElement()
                    .isInstanceOfSatisfying(WitnessRow.class, row -> {
                        assertThat(row.time()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
                        assertThat(row.amount()).isEqualByComparingTo("-1");
                    });
        }
    }

    @Test
    void marginTransferOfAnUnknownDirection_isNamed() {
        assertThat(transfers("ROLL_OVER", "1767225600000", "CONFIRMED"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Remarked.class, remark -> assertThat(remark.message()).contains("ROLL_OVER"));
        assertThat(transfers("ROLL_IN", "1767225600000", "PENDING")).isEmpty();
    }

    @Test
    void dividendOfAnUnknownDirection_isNamedAndNotBooked() {
        String body =
                "{\"rows\":[{\"id\":7,\"amount\":\"1\",\"asset\":\"ABC\",\"divTime\":1767225600000,\"direction\":9}]}";
        assertThat(Walk.through(new Dividends(ExchangeJson.mapper()), scope, Cursor.START, request -> body)
                        .observations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Remarked.class, remark -> assertThat(remark.subject()).isEqualTo("dividends/7"));
    }

    private List<Object> overview(String name, String balance) {
        String body = "[{\"activate\":true,\"balance\":\"" + balance + "\",\"walletName\":\"" + name + "\"}]";
        return List.copyOf(Walk.through(new WalletOverview(ExchangeJson.mapper()), scope, Cursor.START, request -> body)
                .observations());
    }

    @Test
    void walletThatNobodyCollects_isNamedWhereItHoldsSomething() {
        assertThat(overview("Earn", "0.1"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Remarked.class, remark -> assertThat(remark.kind()).isEqualTo("WALLET_NOT_COLLECTED"));
        assertThat(overview("Earn", "0.00")).isEmpty();
        assertThat(overview("Cross Margin", "5")).isEmpty();
        assertThat(overview("USD\u24c8-M Futures", "5")).isEmpty();
    }

    private Walk prevented(String body) {
        return Walk.through(
                new StpTransfers(ExchangeJson.mapper()),
                scope,
                StpTransfers.start("BTCUSDT", 5, false),
                request -> body);
    }

    @Test
    void preventedMatch_movesSomethingInOneModeOnly() {
        String row =
                "[{\"preventedMatchId\":1,\"takerOrderId\":5,\"makerOrderId\":3,\"selfTradePreventionMode\":\"%s\","
                        + "\"price\":\"2\",\"makerPreventedQuantity\":\"3\",\"transactTime\":1767225600000}]";
        assertThat(prevented(row.formatted("TRANSFER")).observations()).hasSize(1);
        assertThat(prevented(row.formatted("EXPIRE_MAKER")).observations()).isEmpty();
        assertThatThrownBy(
                        () -> prevented(row.formatted("TRANSFER").replace("\"takerOrderId\":5", "\"takerOrderId\":6")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("another order");
    }

    private static String flow(long id, long tranId, String type, String asset) {
        return "{\"id\":" + id + ",\"tranId\":" + tranId + ",\"timestamp\":1767225600000,\"asset\":\"" + asset
                + "\",\"type\":\"" + type + "\",\"amount\":\"2\"}";
    }

    /** Without a sign the two rows of the trade look the same: the loan of their own transaction tells them apart. */
    @Test
    void whatALiquidationReceives_isWhatItsOwnTransactionPaysBack() {
        LedgerSettings assumed = LedgerSettings.ASSUMED;
        Scope absolute = Samples.under(
                Samples.knowing(scope, List.of(), List.of()),
                new LedgerSettings(
                        assumed.withdrawalAmount(),
                        assumed.withdrawalDebit(),
                        assumed.transferIds(),
                        assumed.effectDelay(),
                        assumed.dustAmount(),
                        assumed.convertWallet(),
                        CapitalFlowSign.ABSOLUTE,
                        assumed.liquidationRepayment(),
                        assumed.commissionSign()));
        String body = "["
                + String.join(
                        ",",
                        flow(5, 9, "REPAY_LIQUIDATION", "USDT"),
                        flow(4, 9, "SELL_LIQUIDATION", "USDT"),
                        flow(3, 9, "SELL_LIQUIDATION", "BTC"),
                        flow(2, 8, "SELL_LIQUIDATION", "USDT"))
                + "]";

        assertThat(Walk.through(new CapitalFlows(ExchangeJson.mapper()), absolute, Cursor.START, request -> body)
                        .observations())
                .extracting(row -> ((Final) row).booking().legs().getFirst())
                .extracting(leg -> leg.asset() + " " + leg.amount())
                .containsExactly("USDT -2", "USDT 2", "BTC -2", "USDT -2");
    }
}
