package recon.local.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import recon.local.SharedStack;
import recon.local.machine.Mappers;
import recon.simulator.SimulatorSettings;

/** A small demo over the shared stack, and what it printed. */
final class TestDemo {
    private final DemoOptions options;
    private final SimulatorSettings world;
    private final String name = SharedStack.freshName();
    private final StringWriter printed = new StringWriter();
    private Mappers mappers = Mappers.standard();
    private Demo.Visit visit = (exchange, machine) -> {};

    TestDemo(DemoOptions options, SimulatorSettings world) {
        this.options = options;
        this.world = world;
    }

    /** Two days of three accounts that trade a dozen symbols. */
    static TestDemo small(Path out, long seed) {
        return of(new DemoOptions(2, 3, seed, Optional.empty(), out, Integer.MAX_VALUE));
    }

    static TestDemo of(DemoOptions options) {
        return new TestDemo(options, World.settings(options).withSymbols(6).withTradesPerDay(16));
    }

    TestDemo with(Mappers others) {
        mappers = others;
        return this;
    }

    TestDemo visiting(Demo.Visit other) {
        visit = other;
        return this;
    }

    boolean run() {
        return new Demo(options, world, mappers, new PrintWriter(printed)).run(SharedStack.get(), name, visit);
    }

    Path out() {
        return options.out();
    }

    String printed() {
        return printed.toString();
    }
}
