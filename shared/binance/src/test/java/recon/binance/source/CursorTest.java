package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void aFinishedCursorIsABookmark_whenItRemembersSomething() {
        Cursor cursor = Cursor.START.with("symbol", "BTCUSDT").with("fromId", 7).finish();
        Cursor stored = new Cursor(Map.copyOf(cursor.values()));
        assertThat(stored.finished()).isTrue();
        assertThat(stored.resumed().finished()).isFalse();
        assertThat(stored.resumed().number("fromId")).contains(7L);
        assertThat(stored.resumed().get("symbol")).contains("BTCUSDT");
    }

    @Test
    void theStartIsNotTheEnd() {
        assertThat(Cursor.START.finished()).isFalse();
        assertThat(Cursor.FINISHED.finished()).isTrue();
        assertThat(Cursor.FINISHED.resumed()).isEqualTo(Cursor.START);
        assertThat(Cursor.START.with("a", "b").without("a")).isEqualTo(Cursor.START);
    }
}
