package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import recon.ledger.position.row.FuturesFill;

class RecentFillsTest {
    private final SymbolBook book = new SymbolBook("BNBUSDT", true, "USDT");
    private final RecentFills fills = new RecentFills();

    private AwaitedFill fill(long id, String fee) {
        FuturesFill fill =
                new Journal().fill(id, "BUY", "1", "100", "0", fee, id).fills.getFirst();
        OpenLifecycle lifecycle = new OpenLifecycle(fill.key(), Direction.LONG, fill.time());
        return new AwaitedFill(fill, book, lifecycle, null, fill.quantity());
    }

    @Test
    void everyFillIsFoundUntilItIsPassed_throughManyTurnsOfTheRing() {
        List<AwaitedFill> all = new ArrayList<>();
        for (long id = 1; id <= 500; id++) {
            AwaitedFill added = fill(3 * id, "0");
            all.add(added);
            fills.add(added);
            if (id > 20) {
                fills.pass(all.get((int) id - 21));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            AwaitedFill expected = i < 480 ? null : all.get(i);
            assertThat(fills.find(3L * (i + 1))).isSameAs(expected);
            assertThat(fills.find(3L * (i + 1) + 1)).isNull();
        }
    }

    @Test
    void aFillWhoseIncomeIsDueIsFoundAfterItWasPassed_andNotAfterItWasForgotten() {
        AwaitedFill due = fill(1, "0.04");
        fills.add(due);
        fills.pass(due);
        assertThat(fills.find(1)).isSameAs(due);

        due.arrived(IncomeKind.COMMISSION);
        fills.forget(due);
        assertThat(fills.find(1)).isNull();
    }

    @Test
    void anIdThatIsLowerThanThoseBeforeItIsFound() {
        AwaitedFill later = fill(9, "0");
        AwaitedFill lower = fill(4, "0");
        fills.add(later);
        fills.add(lower);
        assertThat(fills.find(4)).isSameAs(lower);

        fills.pass(later);
        fills.pass(lower);
        assertThat(fills.find(4)).isNull();
        assertThat(fills.find(9)).isNull();
    }

    @Test
    void ofTwoFillsWithOneIdTheOneThatIsDueKeepsBoth() {
        AwaitedFill first = fill(1, "0");
        AwaitedFill twin = fill(1, "0.02");
        fills.add(first);
        fills.add(twin);
        fills.pass(first);
        fills.pass(twin);

        assertThat(fills.find(1)).isSameAs(first);
        assertThat(first.twin()).isSameAs(twin);
        twin.arrived(IncomeKind.COMMISSION);
        fills.forget(twin);
        assertThat(fills.find(1)).isNull();
    }
}
