package recon.storage.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import recon.storage.aws.AwsClients;
import recon.storage.event.EventBus;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Counts the calls of AWS clients, and can kill the caller before or after any of them. */
public final class Calls {
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean after;
    private volatile boolean killed;

    /** The process dies at its n-th call from now, counted from 1: before the call reaches AWS, or after it did. */
    public void killAt(int n, boolean afterwards) {
        killed = false;
        after = afterwards;
        left.set(n);
    }

    /** It lives on. */
    public void spare() {
        left.set(Integer.MAX_VALUE);
    }

    public boolean killed() {
        return killed;
    }

    /** How often that call was made. */
    public long count(String name) {
        return names.stream().filter(name::equals).count();
    }

    public void reset() {
        names.clear();
    }

    AwsClients watch(AwsClients clients) {
        return AwsClients.of(
                watch(DynamoDbClient.class, clients.dynamodb()),
                watch(SqsClient.class, clients.sqs()),
                clients.s3(),
                clients.events());
    }

    public EventBus watch(EventBus bus) {
        return watch(EventBus.class, bus);
    }

    private <T> T watch(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        names.add(method.getName());
        boolean fatal = left.decrementAndGet() == 0;
        if (fatal && !after) {
            throw kill(method);
        }
        try {
            Object result = method.invoke(target, arguments);
            if (fatal) {
                throw kill(method);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Killed kill(Method method) {
        killed = true;
        return new Killed(method.getName());
    }

    /** The process is gone: nothing catches this. */
    public static final class Killed extends Error {
        Killed(String call) {
            super(call);
        }
    }
}
