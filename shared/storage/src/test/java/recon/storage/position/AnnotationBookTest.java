package recon.storage.position;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.position.EntryTableTest.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import recon.ledger.position.entry.AiFields;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.ledger.position.entry.ManualFields;
import recon.storage.archive.Archive;
import recon.storage.archive.ArchiveIndex;
import recon.storage.testing.Installation;

class AnnotationBookTest {
    private static final Instant T1 = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant T2 = Instant.parse("2026-01-06T00:00:00Z");
    private static final SyncScope INCREMENTAL = new SyncScope(Optional.of(T1), false);
    private static final SyncScope FULL = new SyncScope(Optional.of(T1), true);

    private final AtomicReference<Instant> now = new AtomicReference<>(T1);
    private final Installation installation = Installation.fresh();
    private final EntryTable entries = new EntryTable(installation.clients(), installation.settings(), now::get);

    private void sync(SyncScope scope, SyncedTrade... trades) {
        SyncFence fence = entries.take("7", "run", now.get().plusSeconds(60)).orElseThrow();
        assertThat(entries.sync(fence, List.of(trades), scope, now.get())).isPresent();
    }

    @Test
    void annotationsAreJoined_andSurviveSyncsAndANewLastFill() {
        Archive archive = new Archive(installation.clients(), installation.settings());
        AnnotationTable table = new AnnotationTable(installation.clients(), installation.settings());
        AnnotationBook book = new AnnotationBook(table, archive, now::get);
        AnnotationKey key = trade(5, 6, "4").key();
        book.write(key, before -> new Annotations(manual("too early", "98000.10"), before.ai()));
        book.write(
                key,
                before -> new Annotations(
                        before.manual(),
                        new AiFields(
                                Optional.of(new BigDecimal("0.70")),
                                Optional.empty(),
                                Optional.of("m1"),
                                Optional.of(T2),
                                Optional.empty(),
                                Optional.of("fine"),
                                List.of("trend"),
                                Optional.empty())));
        assertThat(entries.read("7").orphans()).as("of no entry yet").containsExactly(key);

        sync(INCREMENTAL, trade(5, 6, "4"));
        sync(FULL, trade(5, 8, "4"), trade(1, 2, "3"));

        AccountEntries read = entries.read("7");
        assertThat(read.orphans()).isEmpty();
        StoredEntry entry = read.entries().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(entry.entry().facts().binanceTradeId()).isEqualTo("7_BTCUSDT_BOTH_5_8");
        assertThat(entry.entry().stopLoss()).contains(new BigDecimal("98000.1"));
        assertThat(entry.entry().annotations().manual().notes()).contains("too early");
        assertThat(entry.entry().annotations().ai().confluencesMet()).containsExactly("trend");
        sync(FULL, trade(1, 2, "3"));
        assertThat(entries.read("7").orphans()).as("listed, never dropped").containsExactly(key);
    }

    @Test
    void annotationsAreWrittenAgainFromTheArchiveAlone_inAnyOrder() {
        Archive archive = new Archive(installation.clients(), installation.settings());
        AnnotationTable table = new AnnotationTable(installation.clients(), installation.settings());
        AnnotationBook book = new AnnotationBook(table, archive, now::get);
        AnnotationKey key = trade(5, 6, "4").key();
        book.write(key, before -> new Annotations(manual("first", "1"), before.ai()));
        now.set(T2);
        Annotated last = book.write(key, before -> new Annotations(manual("=second", "2.50"), before.ai()));
        List<String> keys = Stream.of(T2, T1)
                .flatMap(day -> new ArchiveIndex(installation.clients(), installation.settings())
                        .keys(AnnotationBook.SOURCE, "7", day, day.plusSeconds(1)).stream())
                .toList();
        assertThat(keys).hasSize(2);

        Installation other = Installation.fresh();
        AnnotationTable empty = new AnnotationTable(other.clients(), other.settings());
        AnnotationBook restored = new AnnotationBook(empty, archive, now::get);
        assertThat(keys.stream().map(restored::restore)).containsExactly(true, false);

        assertThat(empty.get(key).orElseThrow())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(last);
    }

    private static ManualFields manual(String notes, String stopLoss) {
        return new ManualFields(
                Optional.of(new BigDecimal(stopLoss)),
                Optional.empty(),
                Optional.of(10),
                Optional.empty(),
                Optional.of(notes),
                List.of("a", "b"),
                Optional.empty(),
                Optional.of("4h"),
                Optional.empty(),
                List.of());
    }
}
