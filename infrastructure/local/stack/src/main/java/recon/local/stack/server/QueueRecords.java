package recon.local.stack.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DBMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Queues and messages as bytes, in the shapes ElasticMQ itself has for what it stores. */
final class QueueRecords {
    private QueueRecords() {}

    static byte[] of(CreateQueueMetadata queue) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(queue);
        }
        return bytes.toByteArray();
    }

    static CreateQueueMetadata queue(byte[] bytes) throws IOException {
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (CreateQueueMetadata) input.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("The queue was stored by another version of ElasticMQ", e);
        }
    }

    static byte[] of(InternalMessage internal) throws IOException {
        DBMessage message = DBMessage.from(internal);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.content().length + 256);
        try (DataOutputStream output = new DataOutputStream(bytes)) {
            output.writeUTF(message.messageId());
            write(output, message.deliveryReceipts());
            output.writeLong(message.nextDelivery());
            write(output, message.content());
            write(output, message.attributes());
            output.writeLong(message.created());
            output.writeBoolean(message.received().isDefined());
            if (message.received().isDefined()) {
                output.writeLong((Long) message.received().get());
            }
            output.writeInt(message.receiveCount());
            write(output, message.groupId());
            write(output, message.deduplicationId());
            write(output, message.tracingId());
            write(output, message.sequenceNumber());
            write(output, message.deadLetterSourceQueueName());
        }
        return bytes.toByteArray();
    }

    static InternalMessage message(byte[] bytes) throws IOException {
        try (DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new DBMessage(
                            input.readUTF(),
                            readBytes(input),
                            input.readLong(),
                            readBytes(input),
                            readBytes(input),
                            input.readLong(),
                            option(input.readBoolean() ? (Object) input.readLong() : null),
                            input.readInt(),
                            readText(input),
                            readText(input),
                            readText(input),
                            readText(input),
                            readText(input))
                    .toInternalMessage();
        }
    }

    private static void write(DataOutputStream output, byte[] bytes) throws IOException {
        output.writeInt(bytes.length);
        output.write(bytes);
    }

    private static void write(DataOutputStream output, Option<String> text) throws IOException {
        output.writeBoolean(text.isDefined());
        if (text.isDefined()) {
            output.writeUTF(text.get());
        }
    }

    private static byte[] readBytes(DataInputStream input) throws IOException {
        return input.readNBytes(input.readInt());
    }

    private static Option<String> readText(DataInputStream input) throws IOException {
        return option(input.readBoolean() ? input.readUTF() : null);
    }

    private static <T> Option<T> option(@Nullable T value) {
        return Option.apply(value);
    }
}
