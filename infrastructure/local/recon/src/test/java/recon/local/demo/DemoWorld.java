package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import recon.local.machine.MachineSettings;
import recon.simulator.Limits;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;

/** A finished demo, to compare other ways to the same books with. */
public record DemoWorld(SimulatorSettings world, SortedMap<String, String> reports) {
    public static DemoWorld run(Path out, int days) throws IOException {
        DemoOptions options = TestDemo.small(days, 2, 7, out);
        TestDemo demo = TestDemo.of(options);
        assertThat(demo.run()).as(demo.printed()).isTrue();
        return new DemoWorld(World.settings(options), Reported.files(out));
    }

    /** A machine that keeps the books of all accounts of an exchange, as in a demo. */
    public static MachineSettings machine(Path out, String name, Simulator exchange) {
        return World.machine(TestDemo.small(1, 1, 7, out), name, Limits.real(), exchange);
    }

    /** The reports of another folder. */
    public SortedMap<String, String> reports(Path out) throws IOException {
        return Reported.files(out);
    }

    /** What {@code recon probe} would find out about the exchange, as a person puts it into a configuration. */
    public String ledger(Simulator exchange) {
        Switches switches = exchange.switches();
        return """
                ledger:
                  withdrawal-amount: %s
                  withdrawal-debit: %s
                  transfer-ids: %s
                  effect-delay: %s""".formatted(
                        switches.withdrawalAmountIsNet() ? "net" : "gross",
                        switches.withdrawalDebitedAtCompletion() ? "at_completion" : "at_application",
                        switches.transferIdsShared() ? "shared" : "distinct",
                        switches.effectDelay());
    }
}
