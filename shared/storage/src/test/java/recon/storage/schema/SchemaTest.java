package recon.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Installation;

class SchemaTest {
    @Test
    void everythingIsThere_afterCreatingTwice() {
        Installation fresh = Installation.fresh();

        Schema.create(fresh.clients(), fresh.settings());

        String prefix = fresh.settings().prefix() + "-";
        assertThat(fresh.clients().dynamodb().listTablesPaginator().tableNames().stream()
                        .filter(n -> n.startsWith(prefix)))
                .containsExactlyInAnyOrder(
                        prefix + "ledger",
                        prefix + "balances",
                        prefix + "runs",
                        prefix + "registry",
                        prefix + "stream",
                        prefix + "executions",
                        prefix + "orders",
                        prefix + "positions",
                        prefix + "budgets");
        assertThat(fresh.clients().s3().listBuckets().buckets())
                .anyMatch(b -> b.name().equals(fresh.settings().bucket()));
        assertThat(fresh.clients()
                        .sqs()
                        .listQueues(q -> q.queueNamePrefix(prefix))
                        .queueUrls())
                .hasSize(2 * Schema.QUEUES.size());
    }

    @Test
    void undeliverableMessagesMove_afterFiveDeliveries() {
        Installation fresh = Installation.fresh();
        String queue = fresh.settings().queue("collect");
        var sqs = fresh.clients().sqs();
        String url = sqs.getQueueUrl(q -> q.queueName(queue)).queueUrl();
        sqs.sendMessage(m -> m.queueUrl(url).messageBody("poison"));
        for (int delivery = 1; delivery <= Schema.DELIVERIES; delivery++) {
            var messages = sqs.receiveMessage(r -> r.queueUrl(url)).messages();
            assertThat(messages).hasSize(1);
            sqs.changeMessageVisibility(v -> v.queueUrl(url)
                    .receiptHandle(messages.getFirst().receiptHandle())
                    .visibilityTimeout(0));
        }

        assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages()).isEmpty();

        String dead = sqs.getQueueUrl(q -> q.queueName(fresh.settings().deadLetterQueue("collect")))
                .queueUrl();
        assertThat(sqs.receiveMessage(r -> r.queueUrl(dead).waitTimeSeconds(2)).messages())
                .extracting(m -> m.body())
                .isEqualTo(List.of("poison"));
    }
}
