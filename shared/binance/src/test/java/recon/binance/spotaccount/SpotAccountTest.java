package recon.binance.spotaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.MisplacedKey;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.row.Captured;
import recon.ledger.row.Grouped;

class SpotAccountTest {
    private static final String BODY = """
            {"makerCommission":15,"canTrade":true,"updateTime":1767225600123,"accountType":"SPOT","uid":1001,
             "balances":[{"asset":"BTC","free":"4723846.89208129","locked":"0.00000000"},
                         {"asset":"币安人生","free":0.10,"locked":1}],"permissions":["SPOT"]}""";

    private final SpotAccount source = new SpotAccount(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.MAIN, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
    private final Request request = source.request(Cursor.START, scope);

    private Page read(String body) {
        return source.read(Samples.reply(request, body), "k", Cursor.START, scope);
    }

    @Test
    void theWholeWalletIsAsked_withoutItsEmptyAssets() {
        assertThat(request.line()).isEqualTo("GET /api/v3/account?omitZeroBalances=true");
        assertThat(request.charges().getFirst().weight()).isEqualTo(20);
    }

    @Test
    void anAnswerIsACapture_withBothEndsOfItsJourney() {
        BalanceCapture expected = new BalanceCapture(
                "1001",
                Wallet.SPOT,
                "spot-account",
                Samples.SENT,
                Samples.RECEIVED,
                Optional.of(Instant.parse("2026-01-01T00:00:00.123Z")),
                new RawRef("k", 0),
                List.of(
                        new AssetBalance("BTC", new BigDecimal("4723846.89208129"), new BigDecimal("0.00000000")),
                        new AssetBalance("币安人生", new BigDecimal("0.10"), new BigDecimal("1"))));
        assertThat(read(BODY)).isEqualTo(new Page(List.of(new Captured(expected)), 2, Cursor.FINISHED));
    }

    @Test
    void anAccountOfATradeGroup_saysSo() {
        String grouped = BODY.replace("\"uid\":1001", "\"uid\":1001,\"tradeGroupId\":2");
        assertThat(read(grouped).observations()).hasSize(2).contains(new Grouped("1001", 2));
        assertThat(read(grouped.replace("\"tradeGroupId\":2", "\"tradeGroupId\":-1"))
                        .observations())
                .hasSize(1);
    }

    @Test
    void aKeyOfAnotherAccount_isRefusedByName() {
        String other = BODY.replace("\"uid\":1001", "\"uid\":1002");
        assertThat(source.uid(Samples.reply(request, other))).isEqualTo("1002");
        assertThatThrownBy(() -> read(other)).isInstanceOfSatisfying(MisplacedKey.class, misplaced -> {
            assertThat(misplaced.configured()).isEqualTo("1001");
            assertThat(misplaced.actual()).isEqualTo("1002");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid", "balances", "asset", "free", "locked"})
    void anAnswerWithoutOneOfItsFields_isRefused(String field) {
        assertThatThrownBy(() -> read(BODY.replace("\"" + field + "\"", "\"x\"")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }

    @Test
    void anEmptyWallet_isACaptureAsWell() {
        assertThat(read("{\"uid\":1001,\"balances\":[]}").observations()).hasSize(1);
    }
}
