package recon.local.soak;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The life of a worker: at one of its calls it dies, or the call fails, before the call had its effect or after. */
final class Mortal {
    private final boolean afterwards;
    private final boolean dies;
    private int left;

    /**
     * A worker that fails.
     *
     * @param call at which call, from 1
     * @param afterwards whether the call has its effect
     * @param dies whether the worker dies; if not, the call throws
     */
    Mortal(int call, boolean afterwards, boolean dies) {
        this.left = call;
        this.afterwards = afterwards;
        this.dies = dies;
    }

    /** The same service, as this worker reaches it. */
    <T> T reached(Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(service, method, arguments)));
    }

    private Object call(Object service, Method method, Object[] arguments) throws Throwable {
        boolean fatal = --left == 0;
        if (fatal && !afterwards) {
            throw end(method);
        }
        try {
            Object result = method.invoke(service, arguments);
            if (fatal) {
                throw end(method);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Throwable end(Method method) {
        return dies ? new Killed(method.getName()) : new CallFailed(method.getName());
    }

    /** The process is gone: nothing catches this but the one who started it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String call) {
            super(call, null, false, false);
        }
    }

    /** The call failed, and whoever made it lives on. */
    static final class CallFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        CallFailed(String call) {
            super(call + " fails");
        }
    }
}
