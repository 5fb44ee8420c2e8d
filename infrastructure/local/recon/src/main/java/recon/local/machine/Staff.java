package recon.local.machine;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;
import recon.local.driver.Crew;
import recon.storage.aws.AwsClients;

/**
 * Who works the functions of a machine that is driven, and how they reach what is stored.
 *
 * @param crew how many work at once
 * @param tasks messages of an invocation at most, where they are tasks; reports always come in large batches
 * @param way what lies between the functions and AWS: the clients themselves, unless somebody wants to watch or to
 *     disturb them
 */
public record Staff(Crew crew, int tasks, UnaryOperator<AwsClients> way) {
    private static final int USUAL_TASKS = 10;

    /** One worker, who takes ten tasks at once. */
    public static final Staff ALONE = new Staff(Crew.ALONE, USUAL_TASKS, UnaryOperator.identity());

    public Staff {
        requireNonNull(crew, "crew is null");
        requireNonNull(way, "way is null");
        if (tasks < 1) {
            throw new IllegalArgumentException("tasks is " + tasks + ": give 1 or more");
        }
    }

    /** So many workers, each of which takes one task at a time: none holds what another could do. */
    public static Staff of(int workers) {
        return new Staff(new Crew(workers), 1, UnaryOperator.identity());
    }
}
