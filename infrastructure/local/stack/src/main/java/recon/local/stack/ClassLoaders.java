package recon.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import recon.local.stack.EmbeddedServer.Kind;

/**
 * What was loaded for one server serves the next of its kind: loading it again, and compiling it again, is most of what a
 * start costs. Never two at a time, for the servers keep some of their state in static fields. There are as many as servers
 * ran at once.
 */
final class ClassLoaders {
    private static final Map<Place, Deque<IsolatedClassLoader>> IDLE = new ConcurrentHashMap<>();

    /** The jars that a class loader reads. */
    private record Place(Kind kind, Libraries libraries) {}

    private ClassLoaders() {}

    /** One that nobody else uses, until it is given back. */
    static IsolatedClassLoader take(Kind kind, Libraries libraries) {
        Deque<IsolatedClassLoader> idle = IDLE.computeIfAbsent(new Place(kind, libraries), _ -> new ArrayDeque<>());
        synchronized (idle) {
            return idle.isEmpty() ? kind.load(libraries) : idle.pop();
        }
    }

    /** After its server has stopped without a fault, and only then. */
    static void giveBack(Kind kind, Libraries libraries, IsolatedClassLoader loader) {
        Deque<IsolatedClassLoader> idle = IDLE.computeIfAbsent(new Place(kind, libraries), _ -> new ArrayDeque<>());
        synchronized (idle) {
            idle.push(loader);
        }
    }
}
