package recon.collect.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import recon.binance.rights.ApiRestrictions;
import recon.binance.source.Phase;
import recon.binance.source.Source;
import recon.collect.account.CollectedAccount;
import recon.storage.work.TaskPlan;

/**
 * The tasks that a source has in a run: one for each account that it is read for, none of which is worked on with a key that
 * was refused.
 */
final class SourceTasks {
    private SourceTasks() {}

    /**
     * All of them.
     *
     * @param of the accounts that are read
     * @param notBefore when they may begin
     */
    static Stream<TaskPlan> of(
            Source source, List<CollectedAccount> of, Instant notBefore, Map<String, String> attributes) {
        return switch (source.reach()) {
            case EXCHANGE -> Stream.of(task(source, DailyPlan.EXCHANGE, Set.of(), notBefore, attributes));
            case ACCOUNT -> of.stream().map(account -> read(source, account, notBefore, attributes));
            case MAIN -> of.stream().filter(CollectedAccount::main).map(a -> read(source, a, notBefore, attributes));
            case SUB -> of.stream().filter(a -> !a.main()).map(a -> read(source, a, notBefore, attributes));
        };
    }

    /** The id of a source's task. */
    static String id(String source, String uid) {
        return source + ":" + uid;
    }

    private static TaskPlan read(
            Source source, CollectedAccount account, Instant notBefore, Map<String, String> attributes) {
        String uid = account.account().id();
        Set<String> needs = source.phase() == Phase.KEYS ? Set.of() : Set.of(id(ApiRestrictions.NAME, uid));
        return task(source, uid, needs, notBefore, attributes);
    }

    private static TaskPlan task(
            Source source, String uid, Set<String> needs, Instant notBefore, Map<String, String> attributes) {
        return new TaskPlan(
                id(source.name(), uid), source.name(), uid, source.phase().order(), needs, notBefore, attributes);
    }
}
