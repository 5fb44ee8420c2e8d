package recon.aggregate.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.aggregate.fold.RoundTrip.BUY;
import static recon.aggregate.fold.RoundTrip.FEE_IN;
import static recon.aggregate.fold.RoundTrip.FEE_OUT;
import static recon.aggregate.fold.RoundTrip.LEFT;
import static recon.aggregate.fold.RoundTrip.PROFIT;
import static recon.aggregate.fold.RoundTrip.SELL;
import static recon.aggregate.fold.Scene.fill;
import static recon.aggregate.fold.Scene.paid;

import java.util.List;
import org.junit.jupiter.api.Test;

class BadRowsTest {
    /** Bought and sold as it should be, and around it a row of each kind that cannot be right. */
    @Test
    void everyBadRowIsNamedWithItsEvidence_andTheRestGoesOn() {
        Scene scene = new Scene();
        scene.listed("BNBUSDT");
        scene.fills(
                BUY,
                SELL,
                fill(3, "BUY", "100", "0", LEFT + 1_000).replace("\"qty\":\"1\"", "\"qty\":\"-1\""),
                fill(4, "BUY", "100", "0", LEFT + 2_000),
                fill(5, "BUY", "100", "0", LEFT + 3_000).replace("BNBUSDT", "GONEUSDT"));
        scene.fills(SELL.replace("\"110\"", "\"111\""));
        scene.income(FEE_IN, FEE_OUT, PROFIT, paid(6, "MOON_BONUS", "7", LEFT), paid(99, "COMMISSION", "-0.5", LEFT));

        scene.collected();

        List<String> findings =
                scene.file("position-findings.csv").lines().skip(1).toList();
        assertThat(findings)
                .hasSize(4)
                .anyMatch(row ->
                        row.startsWith("conflicting_rows,2026-01-01 00:01:00,7,BNBUSDT,fill 2 of order 12,used: ")
                                && row.contains("at 110")
                                && row.contains("left out: ")
                                && row.contains("at 111"))
                .contains("impossible_fill,2026-01-01 00:01:01,7,BNBUSDT,fill 3,quantity -1 at price 100")
                .contains("fill_without_income,2026-01-01 00:01:02,7,BNBUSDT,fill 4,"
                        + "no COMMISSION of 0.04 USDT was found")
                .contains("unknown_symbol,2026-01-01 00:01:03,7,GONEUSDT,fill 5,the exchange lists no such contract");
        assertThat(scene.file("income-remainder.csv").lines().skip(1))
                .containsExactlyInAnyOrder(
                        "2026-01-01 00:01:00,7,BNBUSDT,MOON_BONUS,7,USDT,6,6,unknown_type",
                        "2026-01-01 00:01:00,7,BNBUSDT,COMMISSION,-0.5,USDT,99,99,no_such_fill");
        assertThat(scene.file("open-positions.csv").lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("7,BNBUSDT,BOTH,LONG,OPEN,1,100,");
        assertThat(scene.stored())
                .singleElement()
                .satisfies(entry -> assertThat(RoundTrip.trade(entry)).startsWith("7_BNBUSDT_BOTH_1_2 9.92 "));
        assertThat(scene.told("notConserved")).isZero();
    }
}
