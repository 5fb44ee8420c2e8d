package recon.local.stack.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;
import software.amazon.dynamodb.services.local.embedded.DDBExceptionMappingInvocationHandler;

/**
 * The database as a client of the SDK without a network between: what the server behind the socket would do is done in
 * the caller's thread, and its errors are the SDK's. Who closes the client leaves the database open.
 */
final class InProcess implements InvocationHandler {
    private final DynamoDbClient database;
    private final ClassLoader loader;

    private InProcess(DynamoDbClient database, ClassLoader loader) {
        this.database = database;
        this.loader = loader;
    }

    static DynamoDbClient client(DynamoDbClient database) {
        ClassLoader loader = InProcess.class.getClassLoader();
        return (DynamoDbClient)
                Proxy.newProxyInstance(loader, new Class<?>[] {DynamoDbClient.class}, new InProcess(database, loader));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        // What is made of other methods of the client comes back here with those, and only there meets the database.
        return madeOfOthers(method)
                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                : call(method, arguments);
    }

    private static boolean madeOfOthers(Method method) {
        return method.getName().endsWith("Paginator")
                || (method.getParameterCount() == 1 && method.getParameterTypes()[0] == Consumer.class);
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return method.invoke(database, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DynamoDBLocalServiceException refused) {
                DDBExceptionMappingInvocationHandler.handleDynamoDBLocalServiceException(refused);
            }
            throw e.getCause() == null ? e : e.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
