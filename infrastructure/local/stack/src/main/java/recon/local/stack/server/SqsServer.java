package recon.local.stack.server;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.CreateQueueMetadata$;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;
import scala.util.Right;

/** ElasticMQ with its queues and messages in a log below the folder. */
public final class SqsServer implements Closeable, Supplier<URI> {
    private static final Duration LIMIT = Duration.create(30, TimeUnit.SECONDS);

    // Without the last, an error in there would end the whole process.
    private static final String SETTINGS = """
            pekko.daemonic = on
            pekko.loglevel = ERROR
            pekko.jvm-exit-on-fatal-error = off
            """;

    private final ActorSystem system;
    private final QueueStore store;
    private final SQSRestServer server;
    private final URI endpoint;

    public SqsServer(Path folder) throws Exception {
        ClassLoader loader = SqsServer.class.getClassLoader();
        Config config = ConfigFactory.parseString(SETTINGS).withFallback(ConfigFactory.load(loader));
        system = ActorSystem.create("elasticmq", config, loader);
        store = new QueueStore(folder);
        ActorRef changes = system.actorOf(Props.create(QueueEventActor.class, () -> new QueueEventActor(store)));
        ActorRef queues = system.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.apply(changes))));
        restore(queues);
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        server = SQSRestServerBuilder.withActorSystem(system)
                .withQueueManagerActor(queues)
                .withQueueEventListener(changes)
                .withInterface(host)
                .withDynamicPort()
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        endpoint = URI.create("http://" + host + ":" + port);
    }

    private void restore(ActorRef queues) throws Exception {
        List<CreateQueueMetadata> stored =
                CollectionConverters.asScala(store.queues()).toList();
        // Sorted so that a dead-letter queue comes before those that name it.
        List<CreateQueueMetadata> sorted =
                CreateQueueMetadata$.MODULE$.mergePersistedAndBaseQueues(stored, List$.MODULE$.empty());
        for (CreateQueueMetadata queue : CollectionConverters.asJava(sorted)) {
            Either<?, ?> created = (Either<?, ?>) ask(queues, new CreateQueue(queue.toCreateQueueData()));
            if (!(created instanceof Right<?, ?> right && right.value() instanceof ActorRef actor)) {
                throw new IllegalStateException("The queue " + queue.name() + " could not be restored: " + created);
            }
            ask(
                    actor,
                    new RestoreMessages(CollectionConverters.asScala(store.messages(queue.name()))
                            .toList()));
        }
    }

    private static Object ask(ActorRef actor, Object question) throws Exception {
        return Await.result(Patterns.ask(actor, question, LIMIT.toMillis()), LIMIT);
    }

    @Override
    public URI get() {
        return endpoint;
    }

    @Override
    public void close() throws IOException {
        try {
            server.stopAndWait();
            Await.ready(system.terminate(), LIMIT);
            store.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while ElasticMQ was stopping", e);
        } catch (TimeoutException e) {
            throw new IOException("ElasticMQ did not stop", e);
        }
    }
}
