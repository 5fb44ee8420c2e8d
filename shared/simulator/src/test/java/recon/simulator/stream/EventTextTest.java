package recon.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import recon.simulator.event.AccountPosition;
import recon.simulator.event.BalanceUpdate;
import recon.simulator.event.Execution;
import recon.simulator.event.ExecutionReport;
import recon.simulator.event.Fill;
import recon.simulator.event.ListStatus;
import recon.simulator.event.OrderStatus;
import recon.simulator.event.Placement;
import recon.simulator.event.Prevention;
import recon.simulator.world.Holding;

/** Frames letter by letter, as the documentation describes them. */
final class EventTextTest {
    private static final Placement ORDER = placement(OptionalLong.empty(), OptionalInt.empty());

    @Test
    void writesAFill_withEveryFieldOfItsType() {
        Fill fill = new Fill(4711, money("2"), money("5"), money("10"), money("0.005"), "ABC", true);
        ExecutionReport report = new ExecutionReport(
                ORDER,
                Execution.TRADE,
                OrderStatus.FILLED,
                "bot-77",
                "",
                "NONE",
                money("5"),
                money("5"),
                money("10"),
                Optional.of(fill),
                1_700_000_000_149L,
                1_700_000_000_150L,
                18_002,
                false,
                OptionalLong.of(1_699_999_990_000L),
                Optional.empty(),
                Optional.empty());

        assertThat(EventText.frame(3, EventText.of(report, 1, List.of())))
                .isEqualTo(
                        "{\"subscriptionId\":3,\"event\":{\"e\":\"executionReport\",\"E\":1700000000150,\"s\":\"ABCUSDT\","
                                + "\"c\":\"bot-77\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"f\":\"GTC\",\"q\":\"5.00000000\","
                                + "\"p\":\"2.00000000\",\"P\":\"0.00000000\",\"F\":\"0.00000000\",\"g\":-1,\"C\":\"\","
                                + "\"x\":\"TRADE\",\"X\":\"FILLED\",\"r\":\"NONE\",\"i\":9001,\"l\":\"5.00000000\","
                                + "\"z\":\"5.00000000\",\"L\":\"2.00000000\",\"n\":\"0.00500000\",\"N\":\"ABC\","
                                + "\"T\":1700000000149,\"t\":4711,\"I\":18002,\"w\":false,\"m\":true,\"M\":true,"
                                + "\"O\":1699999990000,\"Z\":\"10.00000000\",\"Y\":\"10.00000000\",\"Q\":\"0.00000000\","
                                + "\"W\":1699999990000,\"V\":\"EXPIRE_MAKER\"}}");
    }

    @Test
    void writesWhatOnlySomeReportsHave_whereTheyHaveIt() {
        ExecutionReport prevented = new ExecutionReport(
                placement(OptionalLong.of(37), OptionalInt.of(100)),
                Execution.TRADE_PREVENTION,
                OrderStatus.EXPIRED_IN_MATCH,
                "bot-77",
                "",
                "NONE",
                money("5"),
                money("0"),
                money("0"),
                Optional.empty(),
                1_700_000_000_149L,
                1_700_000_000_150L,
                18_002,
                false,
                OptionalLong.empty(),
                Optional.of(new Prevention(8, money("5"), money("2"), 9000, 6)),
                Optional.of("REJECTED"));

        assertThat(EventText.of(prevented, 1_000, List.of()))
                .startsWith("{\"e\":\"executionReport\",\"E\":1700000000150000,")
                .contains(
                        "\"l\":\"0.00000000\",",
                        "\"L\":\"0.00000000\",\"n\":\"0\",\"N\":null,\"T\":1700000000149000,\"t\":-1,")
                .contains(",\"v\":8,\"A\":\"5.00000000\",\"B\":\"5.00000000\",\"u\":6,\"U\":9000,")
                .contains(",\"pl\":\"5.00000000\",\"pL\":\"2.00000000\",\"pY\":\"10.00000000\",")
                .contains(",\"d\":100,\"D\":1699999990000000,\"j\":37,\"J\":1000000,\"eR\":\"REJECTED\"}")
                .contains("\"M\":false,")
                .doesNotContain("\"W\"");
    }

    @Test
    void writesBalancesAndLists() {
        assertThat(EventText.of(
                        new AccountPosition(12, 11, List.of("BTC", "币安人生")),
                        1,
                        List.of(new Holding("BTC", money("1.5"), money("0.25")))))
                .isEqualTo("{\"e\":\"outboundAccountPosition\",\"E\":12,\"u\":11,\"B\":["
                        + "{\"a\":\"BTC\",\"f\":\"1.50000000\",\"l\":\"0.25000000\"},"
                        + "{\"a\":\"币安人生\",\"f\":\"0.00000000\",\"l\":\"0.00000000\"}]}");
        assertThat(EventText.of(new BalanceUpdate(12, "BTC", money("-0.1"), 11), 1, List.of()))
                .isEqualTo("{\"e\":\"balanceUpdate\",\"E\":12,\"a\":\"BTC\",\"d\":\"-0.10000000\",\"T\":11}");
        assertThat(EventText.of(new ListStatus(12, "ABCUSDT", 4, "mine", 11, true, List.of(ORDER)), 1, List.of()))
                .isEqualTo("{\"e\":\"listStatus\",\"E\":12,\"s\":\"ABCUSDT\",\"g\":4,\"c\":\"OCO\",\"l\":\"ALL_DONE\","
                        + "\"L\":\"ALL_DONE\",\"r\":\"NONE\",\"C\":\"mine\",\"T\":11,"
                        + "\"O\":[{\"s\":\"ABCUSDT\",\"i\":9001,\"c\":\"bot-77\"}]}");
    }

    private static Placement placement(OptionalLong strategy, OptionalInt trailing) {
        return new Placement(
                "ABCUSDT",
                9001,
                "bot-77",
                true,
                "LIMIT",
                "GTC",
                money("5"),
                money("2"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                -1,
                1_699_999_990_000L,
                "EXPIRE_MAKER",
                strategy,
                trailing);
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }
}
