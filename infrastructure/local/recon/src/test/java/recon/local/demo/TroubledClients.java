package recon.local.demo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import recon.storage.aws.AwsClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * AWS as it may be: messages come in any order, some of them twice, and at one of its calls the process dies, before the
 * call has its effect or after. Whoever is dead makes no call any more.
 */
final class TroubledClients {
    private static final int AT_ONCE = 10;

    private final Random random;
    private final int twicePercent;
    private final boolean afterwards;
    /** Messages taken from a queue and not given to anybody yet, by the queue's address. */
    private final Map<String, List<Message>> shelf = new HashMap<>();
    /** Receipts of what was taken and not deleted, with the queue's address. */
    private final Map<String, String> inHand = new HashMap<>();

    private int left;
    private boolean dead;

    /**
     * @param seed draws the order of messages, and which come twice
     * @param twicePercent how many come twice
     * @param diesAt at which call from now, from 1; a number that is never reached for none
     * @param afterwards whether that call has its effect
     */
    TroubledClients(long seed, int twicePercent, int diesAt, boolean afterwards) {
        this.random = new Random(seed);
        this.twicePercent = twicePercent;
        this.left = diesAt;
        this.afterwards = afterwards;
    }

    AwsClients reached(AwsClients clients) {
        SqsClient sqs = reached(SqsClient.class, troubled(clients.sqs()));
        return AwsClients.of(
                reached(DynamoDbClient.class, clients.dynamodb()),
                sqs,
                reached(S3Client.class, clients.s3()),
                clients.events());
    }

    /** The process is started again: what the dead one had in hand shows again at once, as after a queue's restart. */
    synchronized void revive(SqsClient queues) {
        dead = false;
        left = Integer.MAX_VALUE;
        shelf.clear();
        inHand.forEach((receipt, url) -> queues.changeMessageVisibility(
                change -> change.queueUrl(url).receiptHandle(receipt).visibilityTimeout(0)));
        inHand.clear();
    }

    private <T> T reached(Class<T> type, T service) {
        return proxy(type, (method, arguments) -> {
            // The doors of a dead process are closed by the one who finds it.
            return method.getName().equals("close")
                    ? invoke(service, method, arguments)
                    : call(service, method, arguments);
        });
    }

    private Object call(Object service, Method method, Object[] arguments) throws Throwable {
        boolean fatal = fatal();
        if (fatal && !afterwards) {
            throw new Killed(method.getName());
        }
        Object result = invoke(service, method, arguments);
        if (fatal) {
            throw new Killed(method.getName());
        }
        return result;
    }

    private synchronized boolean fatal() {
        if (dead) {
            throw new Killed("any call");
        }
        dead = --left == 0;
        return dead;
    }

    private SqsClient troubled(SqsClient queues) {
        return proxy(
                SqsClient.class,
                (method, arguments) -> arguments == null || !(arguments[0] instanceof java.util.function.Consumer<?>)
                        ? invoke(queues, method, arguments)
                        : consumer(queues, method, arguments));
    }

    @SuppressWarnings("unchecked") // the builders are those of the methods
    private Object consumer(SqsClient queues, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "receiveMessage" -> {
                ReceiveMessageRequest.Builder request = ReceiveMessageRequest.builder();
                ((java.util.function.Consumer<ReceiveMessageRequest.Builder>) arguments[0]).accept(request);
                yield receive(queues, request.build());
            }
            case "deleteMessageBatch" -> {
                DeleteMessageBatchRequest.Builder request = DeleteMessageBatchRequest.builder();
                ((java.util.function.Consumer<DeleteMessageBatchRequest.Builder>) arguments[0]).accept(request);
                yield delete(queues, request.build());
            }
            case "getQueueAttributes" -> {
                GetQueueAttributesRequest.Builder request = GetQueueAttributesRequest.builder();
                ((java.util.function.Consumer<GetQueueAttributesRequest.Builder>) arguments[0]).accept(request);
                yield counted(queues, request.build());
            }
            default -> invoke(queues, method, arguments);
        };
    }

    /** Takes all that is there, and gives any of it. */
    private synchronized ReceiveMessageResponse receive(SqsClient queues, ReceiveMessageRequest wanted) {
        List<Message> waiting = shelf.computeIfAbsent(wanted.queueUrl(), _ -> new ArrayList<>());
        List<Message> got;
        do {
            got = queues.receiveMessage(
                            wanted.toBuilder().maxNumberOfMessages(AT_ONCE).build())
                    .messages();
            for (Message message : got) {
                inHand.put(message.receiptHandle(), wanted.queueUrl());
                waiting.add(message);
                if (random.nextInt(100) < twicePercent) {
                    waiting.add(message);
                }
            }
        } while (got.size() == AT_ONCE);
        List<Message> given = new ArrayList<>();
        while (given.size() < wanted.maxNumberOfMessages() && !waiting.isEmpty()) {
            given.add(waiting.remove(random.nextInt(waiting.size())));
        }
        return ReceiveMessageResponse.builder().messages(given).build();
    }

    private synchronized DeleteMessageBatchResponse delete(SqsClient queues, DeleteMessageBatchRequest dealtWith) {
        dealtWith.entries().forEach(entry -> inHand.remove(entry.receiptHandle()));
        return queues.deleteMessageBatch(dealtWith);
    }

    /** What is on the shelf waits still. */
    private synchronized GetQueueAttributesResponse counted(SqsClient queues, GetQueueAttributesRequest wanted) {
        GetQueueAttributesResponse counted = queues.getQueueAttributes(wanted);
        Map<QueueAttributeName, String> attributes = new HashMap<>(counted.attributes());
        int waiting = shelf.getOrDefault(wanted.queueUrl(), List.of()).size();
        attributes.computeIfPresent(
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                (_, visible) -> Integer.toString(Integer.parseInt(visible) + waiting));
        return counted.toBuilder().attributes(attributes).build();
    }

    private static Object invoke(Object service, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Call {
        Object made(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call.made(method, arguments)));
    }

    /** The process is gone: nothing catches this but the one who started it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed(String call) {
            super(call, null, false, false);
        }
    }
}
