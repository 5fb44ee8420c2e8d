package recon.local.stack;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes to all three for ever, and says on standard output what was acknowledged; made to be killed. */
final class KilledWriter {
    static final String STARTED = "started";
    /** Seconds for which a received message stays hidden. */
    static final int HIDDEN = 2;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        LocalStack stack = LocalStack.start(Path.of(arguments[0]));
        Clients clients = Clients.of(stack);
        clients.createResources();
        acknowledge(STARTED);
        for (int number = 0; ; number++) {
            String name = "%06d".formatted(number);
            clients.put("single", name);
            acknowledge("put " + name);
            clients.dynamodb().transactWriteItems(write -> write.transactItems(put("left", name), put("right", name)));
            acknowledge("pair " + name);
            clients.send(Clients.PATIENT_QUEUE, name);
            acknowledge("sent " + name);
            if (number % 2 == 1) {
                clients.sqs()
                        .receiveMessage(receive -> receive.queueUrl(clients.url(Clients.PATIENT_QUEUE))
                                .visibilityTimeout(HIDDEN))
                        .messages()
                        .forEach(message -> {
                            // Every other one is left in flight.
                            if (Integer.parseInt(message.body()) % 2 == 0) {
                                clients.sqs()
                                        .deleteMessage(delete -> delete.queueUrl(clients.url(Clients.PATIENT_QUEUE))
                                                .receiptHandle(message.receiptHandle()));
                                acknowledge("done " + message.body());
                            }
                        });
            }
            clients.store("raw/" + name, "body " + name);
            acknowledge("stored " + name);
        }
    }

    /** Whether this class said the line, rather than a server that should be silent. */
    static boolean isOurs(String line) {
        return line.equals(STARTED) || line.matches("(put|pair|sent|done|stored) \\d{6}");
    }

    private static TransactWriteItem put(String pk, String sk) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(Clients.TABLE)
                        .item(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk))))
                .build();
    }

    private static void acknowledge(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
