package recon.binance.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.budget.Charge;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Withdrawal;
import recon.ledger.setting.LedgerSettings;

class WithdrawalsTest {
    private static final String ROW = """
            {"id":"b6ae22b3aa844210a7041aee7589627c","amount":"8.91000000","transactionFee":"0.004","coin":"USDT",
             "status":6,"address":"0x94df8b352de7f46f64b01d3666bf6e936e44ce60","txId":"0xb5ef8c13b968",
             "applyTime":"2026-10-12 11:12:02","network":"ETH","transferType":0,"withdrawOrderId":"W1","info":"",
             "confirmNo":3,"walletType":0,"txKey":"","completeTime":"2026-10-12 11:30:00"}""";

    private final Withdrawals source = new Withdrawals(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.MAIN, "2026-10-01T00:00:00Z", "2026-10-31T00:00:00Z");

    private Page read(String body) {
        Request request = source.request(Cursor.START, scope);
        return source.read(Samples.reply(request, body), "k", Cursor.START, scope);
    }

    private static Withdrawal withdrawal(int status, Optional<Instant> completeTime, String network, String txId) {
        return new Withdrawal(
                "1001",
                "b6ae22b3aa844210a7041aee7589627c",
                "USDT",
                new BigDecimal("8.91000000"),
                new BigDecimal("0.004"),
                network,
                "0x94df8b352de7f46f64b01d3666bf6e936e44ce60",
                txId,
                status,
                Instant.parse("2026-10-12T11:12:02Z"),
                completeTime,
                Wallet.SPOT);
    }

    @Test
    void aRowBecomesAWithdrawal_itsTimesInUtc() {
        Withdrawal expected =
                withdrawal(6, Optional.of(Instant.parse("2026-10-12T11:30:00Z")), "ETH", "0xb5ef8c13b968");
        assertThat(read("[" + ROW + "]").observations())
                .containsExactly(expected.observe(Samples.RECEIVED, new RawRef("k", 0), LedgerSettings.ASSUMED));
    }

    @Test
    void whatIsNotThereYet_isEmpty() {
        String pending = ROW.replace("\"completeTime\":\"2026-10-12 11:30:00\"", "\"completeTime\":\"\"")
                .replace("\"network\":\"ETH\",", "")
                .replace("\"txId\":\"0xb5ef8c13b968\"", "\"txId\":null")
                .replace("\"status\":6", "\"status\":4");
        assertThat(read("[" + pending + "]").observations())
                .containsExactly(withdrawal(4, Optional.empty(), "", "")
                        .observe(Samples.RECEIVED, new RawRef("k", 0), LedgerSettings.ASSUMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "amount", "transactionFee", "coin", "status", "applyTime"})
    void aRowWithoutOneOfItsKeys_refusesThePage(String field) {
        assertThatThrownBy(() -> read("[" + ROW.replace("\"" + field + "\"", "\"x\"") + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-12T11:12:02", "2026-02-30 00:00:00", "1700000000000", "yesterday"})
    void aTimeInAnotherForm_refusesThePage(String time) {
        assertThatThrownBy(() -> read("[" + ROW.replace("2026-10-12 11:12:02", time) + "]"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("applyTime");
    }

    @Test
    void itCostsTheAccountATenthOfASecond() {
        Request request = source.request(Cursor.START, scope);
        Charge charge = request.charges().getFirst();
        assertThat(request.charges()).hasSize(1);
        assertThat(charge.bucket().key()).isEqualTo("sapi:/sapi/v1/capital/withdraw/history:uid:1001");
        assertThat(charge.bucket().window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(charge.weight()).isEqualTo(18_000);
        assertThat(charge.header()).contains("x-sapi-used-uid-weight-1s");
        assertThat(request.line())
                .isEqualTo("GET /sapi/v1/capital/withdraw/history?startTime=1790812800000&endTime=1793404800000"
                        + "&offset=0&limit=1000");
    }
}
