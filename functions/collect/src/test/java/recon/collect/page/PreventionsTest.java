package recon.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.binance.source.Cursor;
import recon.binance.stptransfers.StpTransfers;
import recon.collect.page.Preventions.Order;

class PreventionsTest {
    private static final Cursor PAGE_END =
            Cursor.START.with("symbol", "ABCUSDT").with("orderId", 9).finish();
    private static final Preventions BOTH =
            new Preventions(List.of(new Order(7, true), new Order(8, false)), Optional.empty());

    /** A stored cursor is a map of texts. */
    private static Preventions stored(Preventions preventions) {
        return Preventions.of(new Cursor(preventions.in(PAGE_END).values()));
    }

    @Test
    void theyTravelInTheCursor_andLeaveNoTrace() {
        Preventions within = new Preventions(BOTH.orders(), Optional.of(3L));
        assertThat(stored(within)).isEqualTo(within);
        assertThat(Preventions.among(List.of()).in(within.in(PAGE_END))).isEqualTo(PAGE_END);
        assertThat(Preventions.of(PAGE_END).none()).isTrue();
    }

    @Test
    void eachOrderIsAskedToItsEnd_onItsSide_beforeTheNext() {
        Cursor first = BOTH.first("ABCUSDT");
        assertThat(first).isEqualTo(StpTransfers.start("ABCUSDT", 7, true));

        Preventions within = stored(BOTH.after(first.with(StpTransfers.FROM, 51)));
        assertThat(within.first("ABCUSDT"))
                .isEqualTo(StpTransfers.start("ABCUSDT", 7, true).with(StpTransfers.FROM, 51));

        Preventions second = stored(within.after(first.finish()));
        assertThat(second.first("ABCUSDT")).isEqualTo(StpTransfers.start("ABCUSDT", 8, false));
        assertThat(second.after(Cursor.FINISHED).none()).isTrue();
    }

    /** Both may be under way at once, and neither may take the other for its own. */
    @Test
    void doubtsTravelBesideThem() {
        Doubts doubts = new Doubts(List.of(5L), Optional.of(2L));
        Cursor both = BOTH.in(doubts.in(PAGE_END));

        assertThat(Doubts.of(both)).isEqualTo(doubts);
        assertThat(Preventions.of(Doubts.about(List.of()).in(both))).isEqualTo(BOTH);
    }
}
