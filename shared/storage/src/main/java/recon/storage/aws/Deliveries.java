package recon.storage.aws;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Counts what a client of SQS sends to each queue. On one machine nobody else sends: a queue that was empty need not be
 * asked again before the count has grown, and asking is the most frequent call of all.
 */
public final class Deliveries implements ExecutionInterceptor {
    private final ConcurrentMap<String, AtomicLong> sent = new ConcurrentHashMap<>();

    /**
     * How often something was sent to a queue.
     *
     * @param queue its name
     */
    public LongSupplier to(String queue) {
        return count(queue)::get;
    }

    /** Counted afterwards: who sees the count finds the message. */
    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        sent(context.request());
    }

    /** What failed may have been sent none the less. */
    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        sent(context.request());
    }

    private void sent(SdkRequest request) {
        switch (request) {
            case SendMessageRequest one -> grow(one.queueUrl());
            case SendMessageBatchRequest many -> grow(many.queueUrl());
            default -> {} // everything else takes away or only looks
        }
    }

    private void grow(String url) {
        count(url.substring(url.lastIndexOf('/') + 1)).incrementAndGet();
    }

    private AtomicLong count(String queue) {
        return sent.computeIfAbsent(queue, _ -> new AtomicLong());
    }
}
