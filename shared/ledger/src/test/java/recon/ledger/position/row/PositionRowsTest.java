package recon.ledger.position.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Journal;
import recon.ledger.position.PositionStream;

class PositionRowsTest {
    private static FuturesFill fill(String price) {
        return new Journal().fill(1, "BUY", "1", price, "0", "0", 0).fills.getFirst();
    }

    private static FuturesOrder order(String status, long updated) {
        return new Journal()
                .order(1, "BUY", "LIMIT", status, "0", "web", 0, updated)
                .orders
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({"100, 101", "101, 100"})
    void ofTwoFillsWithOneKeyOneCounts_whicheverCameFirst(String first, String second) {
        PositionRows rows = new PositionRows();
        rows.fill(fill(first));
        rows.fill(fill(second));
        rows.fill(fill(first));

        assertThat(rows.fills()).extracting(FuturesFill::price).containsExactly(new BigDecimal("100"));
        assertThat(rows.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.reference()).isEqualTo("fill 1 of order 101");
            assertThat(conflict.used()).contains("at 100");
            assertThat(conflict.left()).contains("at 101");
        });
    }

    @Test
    void trailingZerosAreNoOtherContent_andTheSameRowCountsInAnyOrder() {
        PositionRows one = new PositionRows();
        List.of("100.0", "100", "1E+2").forEach(price -> one.fill(fill(price)));
        PositionRows other = new PositionRows();
        List.of("1E+2", "100", "100.0").forEach(price -> other.fill(fill(price)));

        assertThat(one.conflicts()).isEmpty();
        assertThat(one.fills()).isEqualTo(other.fills());
    }

    @Test
    void ofAnOrderThatChangedTheLatestStateCounts_andIsNoConflict() {
        PositionRows rows = new PositionRows();
        rows.order(order("FILLED", 9));
        rows.order(order("NEW", 0));

        assertThat(rows.orders()).extracting(FuturesOrder::status).containsExactly("FILLED");
        assertThat(rows.conflicts()).isEmpty();
    }

    @Test
    void incomeWithOneKeyAndTwoAmountsIsNamed() {
        FuturesIncome row = new Journal().income("TRANSFER", "5", 0).income.getFirst();
        FuturesIncome other = new Journal().income("TRANSFER", "6", 0).income.getFirst();
        PositionRows rows = new PositionRows();
        rows.income(other);
        rows.income(row);

        assertThat(rows.income(PositionStream.INCOME_ORDER)).containsExactly(row);
        assertThat(rows.conflicts())
                .extracting(PositionRows.Conflict::reference)
                .containsExactly("income TRANSFER 1");
    }

    private static FuturesFill fill(String price, String marginAsset) {
        FuturesFill fill = fill(price);
        return new FuturesFill(
                fill.accountId(),
                fill.symbol(),
                fill.id(),
                fill.orderId(),
                fill.positionSide(),
                fill.buyer(),
                fill.maker(),
                fill.price(),
                fill.quantity(),
                fill.realizedPnl(),
                fill.commission(),
                fill.commissionAsset(),
                marginAsset,
                fill.time());
    }

    /** A file does not say what a contract is settled in. */
    @Test
    void whatAFileDoesNotSay_isNoConflict_andTheRowOfTheListCounts() {
        PositionRows rows = new PositionRows();
        rows.fill(fill("100", "USDT"));
        PositionRows files = new PositionRows();
        files.fill(fill("100.0", ""));

        rows.takeIn(files);

        assertThat(rows.fills()).containsExactly(fill("100", "USDT"));
        assertThat(rows.conflicts()).isEmpty();
    }

    /** The lower of the two would count if both were of one kind. */
    @Test
    void whatAFileSaysOtherwise_isAConflict_andTheRowOfTheListCounts() {
        PositionRows rows = new PositionRows();
        rows.fill(fill("101", "USDT"));
        PositionRows files = new PositionRows();
        files.fill(fill("100", ""));

        rows.takeIn(files);

        assertThat(rows.fills()).containsExactly(fill("101", "USDT"));
        assertThat(rows.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.used()).contains("at 101");
            assertThat(conflict.left()).contains("at 100");
        });
    }

    @Test
    void whatStandsInFilesAlone_counts_andTwoFilesMayContradictEachOther() {
        PositionRows rows = new PositionRows();
        PositionRows files = new PositionRows();
        files.fill(fill("101", ""));
        files.fill(fill("100", ""));

        rows.takeIn(files);

        assertThat(rows.fills()).containsExactly(fill("100", ""));
        assertThat(rows.conflicts()).hasSize(1);
    }

    /** A stop that was set off is a market order in a file, and nobody says there at which price it was set off. */
    @Test
    void anOrderThatAFileSawLater_keepsWhatOnlyTheListSays() {
        FuturesOrder waiting = new Journal()
                .order(1, "SELL", "STOP_MARKET", "NEW", "95.5", "web", 0, 1)
                .orders
                .getFirst();
        FuturesOrder filled = new Journal()
                .order(1, "SELL", "MARKET", "FILLED", "0", "web", 0, 9)
                .orders
                .getFirst();
        PositionRows rows = new PositionRows();
        rows.order(waiting);
        PositionRows files = new PositionRows();
        files.order(filled);

        rows.takeIn(files);

        assertThat(rows.orders()).singleElement().satisfies(order -> {
            assertThat(order.status()).isEqualTo("FILLED");
            assertThat(order.type()).isEqualTo("STOP_MARKET");
            assertThat(order.trigger()).isEqualByComparingTo("95.5");
            assertThat(order.closing()).isTrue();
        });
        assertThat(rows.conflicts()).isEmpty();
    }

    @Test
    void anOrderThatTheListSawLater_isNotSetBack() {
        PositionRows rows = new PositionRows();
        rows.order(order("FILLED", 9));
        PositionRows files = new PositionRows();
        files.order(order("NEW", 0));

        rows.takeIn(files);

        assertThat(rows.orders()).extracting(FuturesOrder::status).containsExactly("FILLED");
        assertThat(rows.conflicts()).isEmpty();
    }
}
