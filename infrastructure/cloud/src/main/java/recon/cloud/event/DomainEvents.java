package recon.cloud.event;

import java.util.List;
import java.util.Map;
import recon.cloud.queue.WorkQueues;
import recon.storage.aws.AwsSettings;
import recon.storage.event.Routes;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Match;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/** The bus that the functions tell their events to, and a rule for each of {@link Routes#RULES}. */
public final class DomainEvents extends Construct {
    private static final Duration TRIED_FOR = Duration.hours(24);
    private static final int TRIES = 185;

    private final EventBus bus;

    /** @param settings give the bus's name */
    public DomainEvents(Construct scope, AwsSettings settings, WorkQueues queues) {
        super(scope, "Events");
        this.bus = EventBus.Builder.create(this, "Bus")
                .eventBusName(settings.eventBus())
                .description("What happened in the books")
                .build();
        for (Map.Entry<String, List<String>> route : Routes.RULES.entrySet()) {
            Rule rule = Rule.Builder.create(this, route.getKey())
                    .eventBus(bus)
                    .description(route.getKey() + " to the queues that want it")
                    .eventPattern(EventPattern.builder()
                            .source(Match.prefix("recon."))
                            .detailType(List.of(route.getKey()))
                            .build())
                    .build();
            route.getValue()
                    .forEach(kind -> rule.addTarget(SqsQueue.Builder.create(queues.queue(kind))
                            .deadLetterQueue(queues.deadLetters(kind))
                            .maxEventAge(TRIED_FOR)
                            .retryAttempts(TRIES)
                            .build()));
        }
    }

    public EventBus bus() {
        return bus;
    }
}
