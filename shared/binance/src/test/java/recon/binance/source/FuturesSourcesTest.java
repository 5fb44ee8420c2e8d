package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.binance.budget.Charge;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.ledger.Wallet;
import recon.ledger.row.ContractUsed;

/** What is read for positions in futures contracts, source by source. */
class FuturesSourcesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T04:00:00Z");
    private static final Scope SCOPE = Samples.scope(Samples.SUB1, NOW.minusSeconds(3_600), NOW, Integer.MAX_VALUE);
    private static final Map<String, Source> SOURCES = Sources.futures(ExchangeJson.mapper()).stream()
            .collect(Collectors.toMap(Source::name, Function.identity()));

    private static Page read(String name, String body) {
        Source source = SOURCES.get(name);
        return source.read(
                Samples.reply(source.request(Cursor.START, SCOPE), body.replace('\'', '"')), "k", Cursor.START, SCOPE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    futures-positions        | GET /fapi/v3/positionRisk                                       | 5
                    futures-mode             | GET /fapi/v1/positionSide/dual                                  | 30
                    futures-symbol-config    | GET /fapi/v1/symbolConfig                                       | 5
                    futures-brackets         | GET /fapi/v1/leverageBracket                                    | 1
                    futures-open-orders      | GET /fapi/v1/openOrders                                         | 40
                    futures-open-algo-orders | GET /fapi/v1/openAlgoOrders                                     | 40
                    futures-force-orders     | GET /fapi/v1/forceOrders?startTime=1767322800000&endTime=1767326400000&limit=100 | 50
                    """)
    void request_isWhatTheExchangeDocuments_andCostsWhatItSays(String name, String line, int weight) {
        Request request = SOURCES.get(name).request(Cursor.START, SCOPE);
        assertThat(request.line()).isEqualTo(line);
        assertThat(request.charges()).extracting(Charge::weight).containsExactly(weight);
    }

    @Test
    void everySourceBelongsToTheFuturesRunAlone_andCostsNothingWithoutAFuturesWallet() {
        Scope wallet = new Scope(
                SCOPE.account(),
                false,
                List.of(),
                SCOPE.from(),
                SCOPE.to(),
                SCOPE.settings(),
                SCOPE.symbols(),
                SCOPE.pageLimit(),
                SCOPE.limits(),
                SCOPE.egress(),
                new Known(() -> List.of(Wallet.SPOT, Wallet.FUTURES), List::of));
        assertThat(SOURCES.values())
                .filteredOn(source -> source.reach() == Reach.ACCOUNT)
                .hasSize(11)
                .allSatisfy(source -> {
                    assertThat(source.rhythms()).isEqualTo(Set.of(Rhythm.FUTURES));
                    assertThat(source.idle(SCOPE)).as(source.name()).isTrue();
                    assertThat(source.idle(wallet)).as(source.name()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    futures-positions        | [{'symbol':'BTCUSDT','positionAmt':'0.5'},{'symbol':'BTCUSDT','positionAmt':'-1'},{'symbol':'ETHUSDT','positionAmt':'0'}]
                    futures-open-orders      | [{'symbol':'BTCUSDT','orderId':1},{'symbol':'ETHUSDT','orderId':2},{'symbol':'ETHUSDT','orderId':3}]
                    futures-open-algo-orders | [{'symbol':'ETHUSDT','algoId':1},{'symbol':'BTCUSDT','algoId':2},{'symbol':'BTCUSDT','algoId':3}]
                    futures-force-orders     | [{'symbol':'BTCUSDT','orderId':1},{'symbol':'ETHUSDT','orderId':2},{'symbol':'ETHUSDT','orderId':3}]
                    """)
    void everyContractOfAPage_isTold_once(String name, String body) {
        Page page = read(name, body);
        assertThat(page.rows()).isEqualTo(3);
        assertThat(page.observations())
                .containsExactlyInAnyOrder(
                        new ContractUsed(Samples.SUB1.id(), "BTCUSDT"), new ContractUsed(Samples.SUB1.id(), "ETHUSDT"));
        assertThat(page.next()).isEqualTo(Cursor.FINISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    futures-mode          | {'dualSidePosition':true}
                    futures-symbol-config | [{'symbol':'BTCUSDT','marginType':'CROSSED','leverage':21,'isAutoAddMargin':'false'}]
                    futures-brackets      | [{'symbol':'BTCUSDT','brackets':[{'bracket':1,'initialLeverage':75,'cum':0.0}]}]
                    futures-brackets      | {'symbol':'BTCUSDT','brackets':[{'bracket':1,'initialLeverage':75,'cum':0.0}]}
                    """)
    void settings_areKeptAndMeanNothingForTheBooks(String name, String body) {
        Page page = read(name, body);
        assertThat(page.observations()).isEmpty();
        assertThat(page.rows()).isEqualTo(1);
        assertThat(page.next()).isEqualTo(Cursor.FINISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    futures-positions        | [{'symbol':'BTCUSDT'}]                  | positionAmt
                    futures-positions        | [{'positionAmt':'1'}]                   | symbol
                    futures-open-orders      | [{'orderId':1}]                         | symbol
                    futures-open-algo-orders | [{'algoId':1}]                          | symbol
                    futures-force-orders     | [{'orderId':1}]                         | symbol
                    futures-mode             | {}                                      | dualSidePosition
                    futures-mode             | []                                      | futures-mode
                    futures-symbol-config    | [{'symbol':'BTCUSDT'}]                  | leverage
                    futures-symbol-config    | {}                                      | futures-symbol-config
                    futures-brackets         | [{'symbol':'BTCUSDT'}]                  | brackets
                    futures-brackets         | null                                    | futures-brackets
                    """)
    void answerWithoutWhatItMustHave_isRefusedByName(String name, String body, String missing) {
        assertThatThrownBy(() -> read(name, body))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(name)
                .hasMessageContaining(missing);
    }

    /** A hundred rows are all that one answer holds. */
    @Test
    void windowOfForcedOrdersThatIsFull_isHalved() {
        String row = "{'symbol':'BTCUSDT','orderId':1}";
        Page page = read("futures-force-orders", "[" + String.join(",", Collections.nCopies(100, row)) + "]");
        Request next = SOURCES.get("futures-force-orders").request(page.next(), SCOPE);
        assertThat(next.params()).containsEntry("startTime", "1767322800000").containsEntry("endTime", "1767324600000");
    }
}
