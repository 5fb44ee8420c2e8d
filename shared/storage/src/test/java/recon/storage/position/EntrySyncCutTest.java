package recon.storage.position;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.position.EntryTableTest.trade;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.storage.aws.AwsClients;
import recon.storage.item.Item;
import recon.storage.item.Table;
import recon.storage.schema.Schema;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A sync dies at each of its calls in turn, and readers come in between. */
class EntrySyncCutTest {
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(900);
    /** A sync of this size makes fewer calls than that, and every cut costs an installation. */
    private static final int MOST_CALLS = 40;

    private static final List<SyncedTrade> OLD = List.of(trade(1, 2, "3"), trade(5, 6, "4"));
    private static final List<SyncedTrade> NEW = List.of(trade(1, 2, "3.5"), trade(7, 8, "5"));

    private static EntryTable table(Installation at) {
        return new EntryTable(at.clients(), at.settings(), () -> NOW);
    }

    private static List<String> read(Installation at) {
        return table(at).read("7").entries().stream()
                .map(one -> one.entry().facts().binanceTradeId() + " "
                        + one.entry().facts().realizedPnl().orElseThrow())
                .toList();
    }

    private static final List<String> OLD_READ = List.of("7_BTCUSDT_BOTH_1_2 3", "7_BTCUSDT_BOTH_5_6 4");
    private static final List<String> NEW_READ = List.of("7_BTCUSDT_BOTH_1_2 3.5", "7_BTCUSDT_BOTH_7_8 5");

    private static Optional<Synced> sync(EntryTable table, List<SyncedTrade> trades, boolean anew) {
        return table.take("7", "run", UNTIL)
                .flatMap(fence -> table.sync(fence, trades, new SyncScope(Optional.empty(), anew), NOW));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readersFindTheOldOrTheNew_whereverASyncDies_andTheNextOneFinishes(boolean anew) {
        Installation at = Installation.fresh();
        boolean died = true;
        for (int call = 1; died && call < MOST_CALLS; call++) {
            for (boolean afterwards : new boolean[] {false, true}) {
                assertThat(sync(table(at), OLD, true)).isPresent();
                Calls calls = new Calls();
                calls.killAt(call, afterwards);
                try {
                    sync(table(at.watched(calls)), NEW, anew);
                } catch (Calls.Killed killed) {
                    assertThat(read(at))
                            .as("killed at %s, call %s", killed.getMessage(), call)
                            .isIn(OLD_READ, NEW_READ);
                }
                died = calls.killed();

                assertThat(sync(table(at), NEW, false)).isPresent();

                assertThat(read(at)).as("call %s", call).isEqualTo(NEW_READ);
                assertNothingElseCounts(at);
            }
        }
        assertThat(died).as("it came to its end").isFalse();
    }

    /** Every generation but the one that counts is put aside as a whole, and none is half built. */
    private static void assertNothingElseCounts(Installation at) {
        Table items = new Table(at.clients().dynamodb(), at.settings().table(Schema.POSITIONS));
        long counts = table(at).pointer("7").generation();
        Item pointer = items.get(PointerItems.key("7")).orElseThrow();
        Stream<Item> others = LongStream.range(1, pointer.number("fence") + 1)
                .filter(generation -> generation != counts)
                .boxed()
                .flatMap(generation -> items.query(EntryItems.partition("7", generation)).stream());
        assertThat(others).allMatch(EntryItems::deleted).allMatch(item -> item.has(Schema.EXPIRES_AT));
        assertThat(pointer.has(PointerItems.BUILDING)).isFalse();
        assertThat(pointer.has(PointerItems.RETIRING)).isFalse();
        assertThat(pointer.has("fence_owner")).isFalse();
    }

    @Test
    void aReaderThatIsOvertakenReadsAgain() {
        Installation at = Installation.fresh();
        assertThat(sync(table(at), OLD, true)).isPresent();
        AtomicBoolean overtaken = new AtomicBoolean();
        EntryTable reader = new EntryTable(
                beforeTheFirstQuery(at, () -> {
                    overtaken.set(true);
                    assertThat(sync(table(at), NEW, true)).isPresent();
                }),
                at.settings(),
                () -> NOW);

        AccountEntries read = reader.read("7");

        assertThat(overtaken).isTrue();
        assertThat(read.entries())
                .extracting(one -> one.entry().facts().binanceTradeId())
                .containsExactly("7_BTCUSDT_BOTH_1_2", "7_BTCUSDT_BOTH_7_8");
        assertThat(read.pointer().revision()).isEqualTo(2);
    }

    private static AwsClients beforeTheFirstQuery(Installation at, Runnable first) {
        AtomicBoolean done = new AtomicBoolean();
        DynamoDbClient watched = DynamoDbClient.class.cast(Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, method, arguments) -> {
                    if (method.getName().startsWith("query") && done.compareAndSet(false, true)) {
                        first.run();
                    }
                    try {
                        return method.invoke(at.clients().dynamodb(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
        return AwsClients.of(
                watched, at.clients().sqs(), at.clients().s3(), at.clients().events());
    }
}
