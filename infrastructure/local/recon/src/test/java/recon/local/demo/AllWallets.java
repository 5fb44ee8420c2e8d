package recon.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.local.machine.Machine;
import recon.local.machine.Mappers;
import recon.simulator.Simulator;
import recon.storage.registry.ReconciliationError;

/**
 * One day of two accounts that use every wallet, with the stream; run once for all who look at it, since it is the largest
 * of all. Its rows are held against the truth as soon as it has ended.
 *
 * @param options what it was
 * @param name the prefix of its tables and queues, and the name of its bucket
 * @param clean whether every day was closed without variance and gap
 * @param printed what it printed
 * @param damage what the archive and the books do not agree on
 * @param touched the types that Jackson has read or written
 */
public record AllWallets(
        DemoOptions options,
        String name,
        boolean clean,
        String printed,
        List<ReconciliationError> damage,
        Set<String> touched) {
    private static final class Once {
        private static final AllWallets RAN = run();
    }

    /** The one. */
    public static AllWallets ran() {
        return Once.RAN;
    }

    private static AllWallets run() {
        DemoOptions options = new DemoOptions(1, 2, 7, Optional.empty(), folder(), Integer.MAX_VALUE, 4, 8)
                .withWallets(true)
                .withStream(true);
        List<ReconciliationError> damage = new ArrayList<>();
        TouchedTypes touched = new TouchedTypes();
        Mappers mappers = Mappers.standard();
        mappers.exchange().registerModule(touched);
        mappers.events().registerModule(touched);
        TestDemo demo = TestDemo.of(options).with(mappers).visiting(new Demo.Visit() {
            @Override
            public void before(Simulator exchange, Machine machine) {}

            @Override
            public void after(Simulator exchange, Machine machine) {
                damage.addAll(IntegrityTest.found(exchange, machine));
                Rows.assertKept(exchange, machine);
            }
        });
        boolean clean = demo.run();
        return new AllWallets(
                options, demo.name(), clean, demo.printed(), List.copyOf(damage), Set.copyOf(touched.names()));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "wallets")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
