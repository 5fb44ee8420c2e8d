package recon.local.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import recon.local.SharedStack;
import recon.local.machine.Mappers;
import recon.local.machine.Staff;
import recon.simulator.Activity;
import recon.simulator.SimulatorSettings;

/** A small demo over the shared stack, and what it printed. */
public final class TestDemo {
    private final DemoOptions options;
    private final SimulatorSettings world;
    private final String name = SharedStack.freshName();
    private final StringWriter printed = new StringWriter();
    private Mappers mappers = Mappers.standard();
    private Staff staff = Staff.ALONE;
    private Demo.Visit visit = (exchange, machine) -> {};

    TestDemo(DemoOptions options, SimulatorSettings world) {
        this.options = options;
        this.world = world;
    }

    public static TestDemo of(DemoOptions options) {
        return new TestDemo(options, World.settings(options));
    }

    /** A world just large enough for every source to have rows and for symbols to need several pages. */
    public static DemoOptions small(int days, int accounts, long seed, Path out) {
        return new DemoOptions(days, accounts, seed, Optional.empty(), out, Integer.MAX_VALUE, 4, 9);
    }

    /** The same in a world in which the accounts do this besides. */
    public TestDemo besides(Activity... activities) {
        return new TestDemo(options, world.withActivities(Set.of(activities)));
    }

    TestDemo with(Mappers others) {
        mappers = others;
        return this;
    }

    TestDemo with(Staff others) {
        staff = others;
        return this;
    }

    TestDemo visiting(Demo.Visit other) {
        visit = other;
        return this;
    }

    public boolean run() {
        return new Demo(options, world, mappers, staff, new PrintWriter(printed)).run(SharedStack.get(), name, visit);
    }

    /** The prefix of its tables and queues, and the name of its bucket. */
    public String name() {
        return name;
    }

    Path out() {
        return options.out();
    }

    public String printed() {
        return printed.toString();
    }
}
