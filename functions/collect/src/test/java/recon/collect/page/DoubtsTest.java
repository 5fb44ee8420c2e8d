package recon.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.binance.source.Cursor;
import recon.binance.spotorders.OrderAmendments;

class DoubtsTest {
    private static final Cursor PAGE_END =
            Cursor.START.with("symbol", "ABCUSDT").with("orderId", 9);

    /** A stored cursor is a map of texts. */
    private static Doubts stored(Doubts doubts) {
        return Doubts.of(new Cursor(doubts.in(PAGE_END).values()));
    }

    @Test
    void theyTravelInTheCursor_andLeaveNoTrace() {
        Doubts doubts = new Doubts(List.of(7L, 8L), Optional.of(3L));
        assertThat(stored(doubts)).isEqualTo(doubts);
        assertThat(Doubts.about(List.of()).in(doubts.in(PAGE_END))).isEqualTo(PAGE_END);
        assertThat(Doubts.of(PAGE_END).none()).isTrue();
    }

    @Test
    void eachOrderIsAskedToItsEnd_beforeTheNext() {
        Doubts doubts = Doubts.about(List.of(7L, 8L));
        Cursor first = doubts.first("ABCUSDT");
        assertThat(first).isEqualTo(OrderAmendments.start("ABCUSDT", 7));

        Doubts within = stored(doubts.after(first.with(OrderAmendments.FROM_ID, 51)));
        assertThat(within.first("ABCUSDT"))
                .isEqualTo(OrderAmendments.start("ABCUSDT", 7).with(OrderAmendments.FROM_ID, 51));

        Doubts second = stored(within.after(first.finish()));
        assertThat(second.first("ABCUSDT")).isEqualTo(OrderAmendments.start("ABCUSDT", 8));
        assertThat(second.after(Cursor.FINISHED).none()).isTrue();
    }
}
