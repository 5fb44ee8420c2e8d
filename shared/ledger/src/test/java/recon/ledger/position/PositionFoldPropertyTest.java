package recon.ledger.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Journal.Folded;
import recon.ledger.position.TruthfulExchange.Act;
import recon.ledger.position.row.PositionRows;

/** Whatever is traded: the truth of an exchange that counts otherwise, for any order of arrival and any loss of rows. */
class PositionFoldPropertyTest {
    @Provide
    Arbitrary<List<Act>> acts() {
        return Acts.most(60);
    }

    @Property(tries = 200)
    void lifecyclesAreTheTruth_andNothingIsLeftOver(
            @ForAll @From("acts") List<Act> acts, @ForAll boolean hedge, @ForAll boolean netFunding) {
        TruthfulExchange exchange = new TruthfulExchange(hedge, netFunding, acts);

        Folded folded = exchange.journal.fold(exchange.known());

        exchange.assertTold(folded);
        assertThat(folded.closed()).allSatisfy(PositionFoldPropertyTest::whatCameInWentOut);
        assertThat(folded.closed()).extracting(Lifecycle::id).doesNotHaveDuplicates();
        conserved(folded, exchange.journal.income);
    }

    @Property(tries = 100)
    void rowsAreTheSame_whateverTheOrderOfArrivalAndHoweverOftenTheyCome(
            @ForAll @From("acts") List<Act> acts, @ForAll boolean hedge, @ForAll long seed) {
        TruthfulExchange exchange = new TruthfulExchange(hedge, true, acts);
        Random random = new Random(seed);
        PositionRows rows = new PositionRows();
        List<Runnable> arrivals = new ArrayList<>();
        for (int times = 0; times < 2; times++) {
            exchange.journal.fills.forEach(fill -> arrivals.add(() -> rows.fill(fill)));
            exchange.journal.income.forEach(row -> arrivals.add(() -> rows.income(row)));
        }
        Collections.shuffle(arrivals, random);
        arrivals.forEach(Runnable::run);

        Folded shuffled = Journal.fold(rows, List.of(), exchange.known());

        assertThat(shuffled).isEqualTo(exchange.journal.fold(exchange.known()));
        assertThat(rows.conflicts()).isEmpty();
    }

    @Property(tries = 150)
    void nothingDisappearsAndNothingIsCountedTwice_whateverIsLost(
            @ForAll @From("acts") List<Act> acts, @ForAll boolean hedge, @ForAll long seed) {
        TruthfulExchange exchange = new TruthfulExchange(hedge, true, acts);
        Random random = new Random(seed);
        exchange.journal.fills.removeIf(fill -> random.nextInt(6) == 0);
        exchange.journal.income.removeIf(row -> random.nextInt(6) == 0);

        Folded folded = exchange.journal.fold(exchange.known());

        conserved(folded, exchange.journal.income);
        assertThat(folded.closed()).allSatisfy(PositionFoldPropertyTest::whatCameInWentOut);
    }

    private static void whatCameInWentOut(Lifecycle lifecycle) {
        assertThat(lifecycle.entry().quantity().add(lifecycle.outside()))
                .isEqualByComparingTo(lifecycle.exit().quantity());
        assertThat(lifecycle.size()).isZero();
    }

    /** The fold's own proof, and one that is added up here from what was told. */
    private static void conserved(Folded folded, List<FuturesIncome> income) {
        assertThat(folded.conservation().holds())
                .as("%s", folded.conservation())
                .isTrue();
        for (String asset : List.of("USDT", "BNB")) {
            BigDecimal in = income.stream()
                    .filter(row -> row.asset().equals(asset))
                    .map(FuturesIncome::income)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            List<Lifecycle> all = new ArrayList<>(folded.closed());
            all.addAll(folded.open());
            BigDecimal given = all.stream()
                    .map(one -> one.income().byAsset().getOrDefault(asset, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left = folded.remainder().stream()
                    .filter(row -> row.row().asset().equals(asset))
                    .map(row -> row.row().income())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(given.add(left)).isEqualByComparingTo(in);
        }
    }
}
