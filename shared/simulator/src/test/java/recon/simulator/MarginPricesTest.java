package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the margin endpoints refuse, and what they cost. */
final class MarginPricesTest {
    @TempDir
    private static Path folder;

    private static Exchange exchange;

    @BeforeAll
    static void open() {
        exchange = new Exchange(Exchange.settings(7).withActivities(Set.of(Activity.MARGIN)), folder, Exchange.day(0));
    }

    @AfterAll
    static void close() {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({
        "borrow-repay, startTime=5, -1102",
        "borrow-repay, type=BORROW, -1102",
        "borrow-repay, type=STEAL&startTime=5, -1130",
        "borrow-repay, type=BORROW&startTime=0&endTime=604800001, -4047",
        "borrow-repay, type=BORROW&startTime=0&endTime=604800000, 0",
        "borrow-repay, type=BORROW&asset=USDT&startTime=0&endTime=2592000000, 0",
        "borrow-repay, type=BORROW&asset=USDT&startTime=0&endTime=2592000001, -4047",
        "borrow-repay, type=BORROW&startTime=0&endTime=5&size=101, -1130",
        "borrow-repay, type=BORROW&startTime=0&endTime=5&isolatedSymbol=NOTHING, -1121",
        "interestHistory, startTime=0&endTime=2592000001, -4047",
        "interestHistory, startTime=0&endTime=2592000000, 0",
        "interestHistory, size=0, -1130",
        "transfer, startTime=0&endTime=2592000001, -4047",
        "transfer, type=SIDEWAYS, -1130",
        "capital-flow, startTime=0&endTime=604800001, -4047",
        "capital-flow, startTime=0&endTime=604800000, 0",
        "capital-flow, type=LUCK, -1130",
        "capital-flow, limit=1001, -1130",
        "capital-flow, symbol=NOTHING, -1121",
        "myTrades, '', -1102",
        "myTrades, symbol=NOTHING, -1121",
        "myTrades, symbol=BTCUSDT&startTime=0&endTime=86400000, -1127",
        "myTrades, symbol=BTCUSDT&startTime=0&endTime=86399999, 0",
        "myTrades, symbol=BTCUSDT&startTime=0&fromId=5, -1128",
        "myTrades, symbol=BTCUSDT&limit=1001, -1130",
        "isolated/account, symbols=NOTHING, -1121",
        "isolated/account, 'symbols=BTCUSDT,BTCUSDT,BTCUSDT,BTCUSDT,BTCUSDT,BTCUSDT', -1130",
        "forceLiquidationRec, size=101, -1130"
    })
    void refusesWhatIsWrong(String name, String query, int code) {
        assertThat(Exchange.code(exchange.signed(exchange.main(), "/sapi/v1/margin/" + name, query)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "account, '', 10",
        "isolated/account, '', 10",
        "borrow-repay, type=REPAY&startTime=0&endTime=5, 10",
        "interestHistory, '', 1",
        "transfer, '', 1",
        "capital-flow, '', 100",
        "myTrades, symbol=BTCUSDT, 10",
        "forceLiquidationRec, '', 1"
    })
    void costsWhatIsDocumented_eachFromItsOwnBudget(String name, String query, String weight) {
        String path = "/sapi/v1/margin/" + name;
        assertThat(exchange.signed(exchange.main(), path, query).headers().firstValue("X-SAPI-USED-IP-WEIGHT-1M"))
                .hasValue(weight);
        assertThat(exchange.simulator.counters().buckets()).contains("sapi:" + path + ":ip");
    }
}
