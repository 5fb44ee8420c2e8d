package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import recon.local.SharedStack;
import recon.local.driver.Crew;
import recon.local.machine.Staff;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;

/**
 * Whatever the size of pages, the number of workers, the order of messages, those that come twice and the call at which
 * the process dies: the books are those of a demo that nothing disturbed.
 */
class SameBooksTest {
    /** How many ways are tried; more of them by hand. */
    private static final int WAYS = Integer.getInteger("recon.ways", 2);

    /** As many calls as such a demo makes, and some more: now and then nothing dies. */
    private static final int MOST_CALLS = 2_000;

    private static final int ENDLESS = Integer.MAX_VALUE;

    /** The world whose undisturbed books other tests need as well; with many ways there are others. */
    private static final long FIRST_SEED = 7;

    private static final int WAYS_PER_WORLD = 3;

    private final Map<Long, SortedMap<String, String>> undisturbed = new HashMap<>();

    /**
     * One way to the books.
     *
     * @param seed draws the world
     * @param pageLimit the most rows of a page
     * @param workers how many work at once
     * @param order draws the order of messages
     * @param twicePercent how many messages come twice
     * @param diesAt at which call of AWS
     * @param afterwards whether that call has its effect
     */
    record Way(long seed, int pageLimit, int workers, long order, int twicePercent, int diesAt, boolean afterwards) {}

    @Property(tries = 1, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void booksAreTheSame_whateverTheWayToThem(@ForAll("ways") List<Way> ways) throws IOException {
        for (Way way : ways) {
            assertThat(disturbed(way)).as(way.toString()).isEqualTo(undisturbed(way.seed()));
        }
    }

    @Provide
    Arbitrary<List<Way>> ways() {
        return Combinators.combine(
                        Arbitraries.longs().between(FIRST_SEED, FIRST_SEED + WAYS / WAYS_PER_WORLD),
                        Arbitraries.integers().between(2, 20),
                        Arbitraries.of(1, 2, 4, 16),
                        Arbitraries.longs(),
                        Arbitraries.of(0, 10, 50),
                        Arbitraries.integers()
                                .between(1, MOST_CALLS)
                                .withDistribution(net.jqwik.api.RandomDistribution.uniform()),
                        Arbitraries.of(true, false))
                .as(Way::new)
                .list()
                .ofSize(WAYS);
    }

    private SortedMap<String, String> undisturbed(long seed) throws IOException {
        if (seed == FIRST_SEED) {
            return Undisturbed.files();
        }
        Optional<SortedMap<String, String>> known = Optional.ofNullable(undisturbed.get(seed));
        if (known.isPresent()) {
            return known.orElseThrow();
        }
        TestDemo demo = TestDemo.of(world(seed, ENDLESS));
        demo.run();
        SortedMap<String, String> files = Reported.files(demo.out());
        undisturbed.put(seed, files);
        return files;
    }

    private static SortedMap<String, String> disturbed(Way way) throws IOException {
        TroubledClients aws = new TroubledClients(way.order(), way.twicePercent(), way.diesAt(), way.afterwards());
        TestDemo demo = TestDemo.of(world(way.seed(), way.pageLimit()))
                .with(new Staff(new Crew(way.workers()), 1, aws::reached));
        try {
            demo.run();
        } catch (TroubledClients.Killed e) {
            var stack = SharedStack.get();
            AwsSettings settings =
                    AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), demo.name(), demo.name());
            try (AwsClients plain = AwsClients.create(settings)) {
                aws.revive(plain.sqs());
            }
            demo.run();
        }
        return Reported.files(demo.out());
    }

    private static DemoOptions world(long seed, int pageLimit) throws IOException {
        Path out = Files.createTempDirectory(Path.of("target"), "way");
        DemoOptions small = TestDemo.small(1, 2, seed, out);
        return new DemoOptions(
                small.days(),
                small.accounts(),
                seed,
                Optional.empty(),
                out,
                pageLimit,
                small.symbols(),
                small.tradesPerDay());
    }
}
