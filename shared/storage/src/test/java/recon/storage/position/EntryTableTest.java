package recon.storage.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.item.Item;
import recon.storage.item.Table;
import recon.storage.schema.Schema;
import recon.storage.testing.Installation;
import recon.storage.testing.Samples;

class EntryTableTest {
    private static final Instant T1 = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant T2 = Instant.parse("2026-01-06T00:00:00Z");
    private static final Instant T3 = Instant.parse("2026-01-07T00:00:00Z");
    private static final SyncScope INCREMENTAL = new SyncScope(Optional.of(T1), false);
    private static final SyncScope FULL = new SyncScope(Optional.of(T1), true);

    private final AtomicReference<Instant> now = new AtomicReference<>(T1);
    private Installation installation;
    private EntryTable entries;

    @BeforeEach
    void install() {
        installation = Installation.fresh();
        entries = new EntryTable(installation.clients(), installation.settings(), now::get);
    }

    static SyncedTrade trade(long first, long last, String pnl) {
        return Samples.trade("7", first, last, pnl, false);
    }

    private Synced sync(SyncScope scope, SyncedTrade... trades) {
        SyncFence fence = entries.take("7", "run", now.get().plusSeconds(60)).orElseThrow();
        return entries.sync(fence, List.of(trades), scope, now.get()).orElseThrow();
    }

    private List<String> changes(Synced synced) {
        return synced.changes().stream()
                .map(change -> change.kind() + " " + change.binanceTradeId().substring(14) + " " + change.attributes())
                .toList();
    }

    private List<String> read() {
        return entries.read("7").entries().stream()
                .map(one -> one.entry().facts().binanceTradeId().substring(14) + " "
                        + one.entry().facts().realizedPnl().orElseThrow() + " "
                        + one.entry().system().createdAt() + " "
                        + one.entry().system().updatedAt())
                .toList();
    }

    private List<Item> stored(long generation) {
        return new Table(
                        installation.clients().dynamodb(),
                        installation.settings().table(Schema.POSITIONS))
                .query(EntryItems.partition("7", generation))
                .list();
    }

    @Test
    void anEntryComesBackAsItWas_toTheLastDigit() {
        SyncedTrade kept = trade(1, 2, "3.451");

        sync(INCREMENTAL, kept);

        StoredEntry entry = entries.read("7").entries().getFirst();
        assertThat(entry.entry().facts())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(kept.facts());
        assertThat(entry.warnings()).isEqualTo(kept.warnings());
        assertThat(entry.key()).isEqualTo(kept.key());
        assertThat(entry.entry().system().deletedAt()).isEmpty();
        assertThat(entry.entry().system().tradingAccountId()).isEqualTo("7");
        assertThat(entries.read("8").entries()).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsWritten_andWhatVanishedIsPutAside() {
        sync(INCREMENTAL, trade(1, 2, "3"), trade(5, 6, "4"), trade(8, 9, "5"));
        now.set(T2);

        Synced synced = sync(INCREMENTAL, trade(1, 2, "3.00"), trade(5, 6, "4.5"), trade(11, 12, "6"));

        assertThat(changes(synced))
                .containsExactly("CREATED _11_12 []", "CHANGED _5_6 [pnl, realized_pnl]", "DELETED _8_9 []");
        assertThat(synced.unchanged()).isEqualTo(1);
        assertThat(read())
                .containsExactly("_11_12 6 " + T2 + " " + T2, "_1_2 3 " + T1 + " " + T1, "_5_6 4.5 " + T1 + " " + T2);
        assertThat(stored(1))
                .as("nothing is erased")
                .hasSize(4)
                .filteredOn(EntryItems::deleted)
                .singleElement()
                .satisfies(item -> assertThat(item.time(EntryItems.DELETED_AT)).isEqualTo(T2));
        assertThat(entries.pointer("7")).isEqualTo(new SyncPointer(1, 2, Optional.of(T2), Optional.of(T1)));
    }

    @Test
    void theSameSyncAgainChangesNothing_andOneThatWasPutAsideReturns() {
        sync(INCREMENTAL, trade(1, 2, "3"), trade(5, 6, "4"));
        now.set(T2);
        assertThat(changes(sync(INCREMENTAL, trade(1, 2, "3"), trade(5, 6, "4"))))
                .isEmpty();
        sync(INCREMENTAL, trade(1, 2, "3"));
        now.set(T3);

        Synced synced = sync(INCREMENTAL, trade(1, 2, "3"), trade(5, 6, "4"));

        assertThat(changes(synced)).containsExactly("RETURNED _5_6 []");
        assertThat(read()).containsExactly("_1_2 3 " + T1 + " " + T1, "_5_6 4 " + T1 + " " + T3);
    }

    @Test
    void aFullSyncBuildsBesideTheOld_andPutsItAsideAfterwards() {
        sync(INCREMENTAL, trade(1, 2, "3"), trade(5, 6, "4"));
        now.set(T2);

        Synced synced = sync(FULL, trade(1, 2, "3"), trade(5, 7, "4"));

        assertThat(synced.generation()).isEqualTo(2);
        assertThat(changes(synced)).containsExactly("DELETED _5_6 []", "CREATED _5_7 []");
        assertThat(read()).containsExactly("_1_2 3 " + T1 + " " + T1, "_5_7 4 " + T2 + " " + T2);
        assertThat(stored(1)).hasSize(2).allMatch(EntryItems::deleted).allMatch(item -> item.has(Schema.EXPIRES_AT));
        assertThat(stored(2))
                .as("what was put aside goes along")
                .hasSize(3)
                .noneMatch(item -> item.has(Schema.EXPIRES_AT));
    }

    @Test
    void readersFindTheOldState_aslongAsAFullSyncIsNotOver() {
        sync(INCREMENTAL, trade(1, 2, "3"));
        SyncFence cut = entries.take("7", "cut", T1.plusSeconds(60)).orElseThrow();
        Table table = new Table(
                installation.clients().dynamodb(), installation.settings().table(Schema.POSITIONS));
        table.update(PointerItems.key("7"), PointerItems.building(cut));
        table.put(EntryItems.kept(
                EntryItems.write(trade(9, 9, "9"), cut.number()), EntryItems.partition("7", cut.number()), T1, T1));
        assertThat(read()).containsExactly("_1_2 3 " + T1 + " " + T1);
        now.set(T2);

        sync(FULL, trade(1, 2, "3"));

        assertThat(read()).containsExactly("_1_2 3 " + T1 + " " + T1);
        assertThat(stored(cut.number())).as("what nobody will finish is gone").isEmpty();
    }

    @Test
    void manyChangesAreAGenerationOfTheirOwn_forReadersSeeAllOfThemOrNone() {
        sync(INCREMENTAL, trade(1, 2, "3"));
        SyncedTrade[] many = IntStream.rangeClosed(1, EntrySync.MOST_AT_ONCE + 1)
                .mapToObj(i -> trade(10L * i, 10L * i + 1, "3"))
                .toArray(SyncedTrade[]::new);

        Synced synced = sync(INCREMENTAL, many);

        assertThat(synced.generation()).isEqualTo(2);
        assertThat(read()).hasSize(EntrySync.MOST_AT_ONCE + 1);
    }

    @Test
    void aSecondSyncWaits_untilTheFenceIsGivenBackOrOver() {
        SyncFence first =
                entries.take("7", "first", T1.plus(Duration.ofMinutes(15))).orElseThrow();
        assertThat(entries.take("7", "second", T2)).isEmpty();
        assertThat(entries.take("8", "second", T2)).as("another account").isPresent();

        entries.release(first);
        assertThat(entries.take("7", "second", T1.plus(Duration.ofMinutes(15)))).isPresent();
        now.set(T2);
        assertThat(entries.take("7", "third", T3)).as("nobody gave it back").isPresent();
    }

    @Test
    void theStateOfAnAccountCountsWhatStands_andWhatIsInDoubt() {
        assertThat(entries.state("7")).isEqualTo(new SyncState("7", SyncPointer.NONE, 0, 0));
        sync(INCREMENTAL, trade(1, 2, "3"), trade(5, 6, "4"), Samples.trade("7", 8, 9, "5", true));
        now.set(T2);

        sync(FULL, trade(1, 2, "3"), Samples.trade("7", 5, 6, "4", true), Samples.trade("7", 11, 12, "6", true));

        assertThat(entries.state("7"))
                .as("8 to 9 is put aside")
                .isEqualTo(new SyncState("7", new SyncPointer(2, 2, Optional.of(T2), Optional.of(T1)), 3, 2));
    }

    @Test
    void entriesAreStale_afterMoreThanFourHours() {
        SyncPointer synced = new SyncPointer(1, 1, Optional.of(T1), Optional.empty());

        assertThat(synced.stale(T1)).isFalse();
        assertThat(synced.stale(Instant.parse("2026-01-05T04:00:00Z"))).isFalse();
        assertThat(synced.stale(Instant.parse("2026-01-05T04:00:00.001Z"))).isTrue();
        assertThat(SyncPointer.NONE.stale(T1)).as("never synced").isTrue();
    }

    @Test
    void whoLostTheFenceChangesNothing() {
        sync(INCREMENTAL, trade(1, 2, "3"));
        SyncFence slow = entries.take("7", "slow", T1.plusSeconds(1)).orElseThrow();
        now.set(T2);
        sync(INCREMENTAL, trade(1, 2, "4"));

        assertThat(entries.sync(slow, List.of(), INCREMENTAL, now.get())).isEmpty();
        assertThat(entries.sync(slow, List.of(), FULL, now.get())).isEmpty();
        assertThat(read()).containsExactly("_1_2 4 " + T1 + " " + T2);
    }

    @Test
    void whoWasCutTakesHisFenceAgain_andOnlyTheLatestTakeCounts() {
        SyncFence cut = entries.take("7", "run", T2).orElseThrow();
        SyncFence again = entries.take("7", "run", T2).orElseThrow();

        assertThat(entries.sync(cut, List.of(trade(1, 2, "3")), INCREMENTAL, now.get()))
                .isEmpty();
        assertThat(entries.sync(again, List.of(trade(1, 2, "4")), INCREMENTAL, now.get()))
                .isPresent();
    }

    @Test
    void twoTradesOfOneNameAreAnError() {
        assertThatThrownBy(() -> sync(INCREMENTAL, trade(1, 2, "3"), trade(1, 2, "4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7_BTCUSDT_BOTH_1_2");
    }
}
