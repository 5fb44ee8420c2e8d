package recon.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.local.clock.VirtualClock;
import recon.simulator.Switches;

/**
 * The folder of a demo. It remembers what it was made with: the same folder can be continued, but not with other
 * accounts, another seed, another break, other symbols or trades, which would be another world; nor with days that are
 * closed for good sooner or later, which would be other books.
 */
public final class DemoFolder {
    /** Says that a folder belongs to a demo. */
    public static final String MARK = "demo.txt";

    private static final String SEED = "seed ";
    /** There only if it is not T+2. */
    private static final String SETTLE_DAYS = "settle-days ";

    private DemoFolder() {}

    /**
     * Opens the folder for these options.
     *
     * @throws IllegalArgumentException if it belongs to another world
     */
    static void open(DemoOptions options) {
        Path file = options.out().resolve(MARK);
        Stream<String> world = Stream.of(
                "accounts " + options.accounts(),
                SEED + options.seed(),
                "break " + options.sabotage().orElse("none"),
                "symbols " + options.symbols() + (World.symbolList().isPresent() ? " of 2020" : " built in"),
                "trades " + options.tradesPerDay(),
                "wallets " + (options.wallets() ? "all" : "spot"));
        List<String> wanted = Stream.concat(
                        world,
                        Stream.of(options.settlement())
                                .filter(settlement -> !settlement.equals(Settlement.USUAL))
                                .map(settlement -> SETTLE_DAYS + settlement.days()))
                .toList();
        try {
            if (Files.exists(file)) {
                List<String> made = Files.readAllLines(file);
                if (!made.equals(wanted)) {
                    throw new IllegalArgumentException(options.out() + " was made with " + String.join(", ", made)
                            + ": use the same options to continue it, or another --out");
                }
                return;
            }
            if (Files.exists(options.state())) {
                throw new IllegalArgumentException(options.out() + " holds real books: give a demo another --out");
            }
            Files.createDirectories(options.out());
            Path half = options.out().resolve("demo.txt.new");
            Files.write(half, wanted);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the folder " + options.out(), e);
        }
    }

    /** Whether a folder is a demo's. */
    public static boolean is(Path out) {
        return Files.exists(out.resolve(MARK));
    }

    /** Where the data of a demo's embedded stack is. */
    public static Path stack(Path out) {
        return out.resolve("state").resolve("stack");
    }

    /** How the exchange of a demo behaves where the real one's documentation is silent; nobody has to ask it. */
    public static LedgerSettings settings(Path out) {
        return said(out, SEED)
                .map(Long::valueOf)
                .map(DemoFolder::settings)
                .orElseThrow(() -> new IllegalArgumentException(out + " does not say which world it is about"));
    }

    /** How far its time has come; nothing moves it but the demo. */
    public static Instant time(Path out) {
        Instant opening = DemoOptions.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        try (VirtualClock clock = VirtualClock.open(out.resolve("state").resolve("clock"), opening)) {
            return clock.instant();
        }
    }

    /** When its days are closed for good. */
    public static Settlement settlement(Path out) {
        return said(out, SETTLE_DAYS).map(Settlement::parse).orElse(Settlement.USUAL);
    }

    private static Optional<String> said(Path out, String name) {
        try (Stream<String> lines = Files.lines(out.resolve(MARK))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + out.resolve(MARK), e);
        }
    }

    /** The same, of the world that a seed draws. */
    public static LedgerSettings settings(long seed) {
        return World.told(Switches.drawnBy(seed));
    }
}
