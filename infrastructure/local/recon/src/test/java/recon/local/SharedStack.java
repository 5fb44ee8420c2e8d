package recon.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import recon.local.stack.LocalStack;

/** One embedded stack for all tests of this JVM; each demo takes tables and queues of its own. */
public final class SharedStack {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private SharedStack() {}

    public static LocalStack get() {
        return Holder.STACK;
    }

    public static String freshName() {
        return "demo-" + NAMES.incrementAndGet();
    }

    private static final class Holder {
        private static final LocalStack STACK = start();

        private static LocalStack start() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "stack");
                return LocalStack.start(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
