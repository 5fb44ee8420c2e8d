package recon.storage.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What came of a transaction. */
public sealed interface Verdict {
    /** DynamoDB takes no more writes in one transaction. */
    int MOST_WRITES = 100;

    /** All of it was written. */
    record Written() implements Verdict {}

    /** Nothing was written, because others were writing to the same items: try again. */
    record Collided() implements Verdict {}

    /**
     * Nothing was written, because conditions did not hold.
     *
     * @param writes the positions of the writes whose condition failed
     */
    record Refused(Set<Integer> writes) implements Verdict {}

    /** Writes all or nothing; what is neither refused nor a collision is an error. */
    static Verdict of(DynamoDbClient client, List<TransactWriteItem> writes) {
        try {
            client.transactWriteItems(r -> r.transactItems(writes));
            return new Written();
        } catch (TransactionInProgressException e) {
            return new Collided();
        } catch (TransactionCanceledException e) {
            return why(e);
        }
    }

    private static Verdict why(TransactionCanceledException canceled) {
        List<CancellationReason> reasons = new ArrayList<>(canceled.cancellationReasons());
        List<String> codes = reasons.stream()
                .map(r -> Objects.requireNonNullElse(r.code(), "None"))
                .toList();
        if (codes.contains("ConditionalCheckFailed")) {
            return new Refused(Set.copyOf(IntStream.range(0, codes.size())
                    .filter(i -> codes.get(i).equals("ConditionalCheckFailed"))
                    .boxed()
                    .toList()));
        }
        if (codes.stream().allMatch(Verdict::passes)) {
            return new Collided();
        }
        throw canceled;
    }

    private static boolean passes(String code) {
        return switch (code) {
            case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }
}
