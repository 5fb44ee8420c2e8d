package recon.local.soak;

import java.util.ArrayList;
import java.util.List;
import recon.simulator.draw.Draw;
import recon.simulator.stream.StreamSession;

/** The tasks that listen: two, and more while one replaces another. */
final class Fleet {
    private static final long LONGEST_MS = 10_000;

    private final Site site;
    private final List<SoakTask> tasks = new ArrayList<>();
    private int names;

    Fleet(Site site) {
        this.site = site;
        int wanted = site.without(Guard.SECOND_TASK) ? 1 : 2;
        for (int i = 0; i < wanted; i++) {
            add();
        }
    }

    /** One more task on a machine of its own, which does not run yet. */
    SoakTask add() {
        SoakTask task = new SoakTask(site, "t" + ++names);
        tasks.add(task);
        return task;
    }

    /** Ends a task for good, in good order where it can, and its machine with it. */
    void retire(SoakTask task) {
        task.stop();
        site.timetable.at(site.time.millis() + 2 * LONGEST_MS + 1_000, () -> {
            task.kill(true);
            tasks.remove(task);
        });
    }

    List<SoakTask> tasks() {
        return List.copyOf(tasks);
    }

    SoakTask any(Draw draw) {
        return draw.pick(tasks);
    }

    /** Every session that the exchange has with a task. */
    List<StreamSession> sessions() {
        return tasks.stream().flatMap(task -> task.sessions().stream()).toList();
    }

    boolean isReady() {
        return tasks.stream().allMatch(SoakTask::isReady);
    }

    boolean isIdle() {
        return tasks.stream().allMatch(SoakTask::isIdle);
    }

    boolean isUp() {
        return tasks.stream().anyMatch(SoakTask::isUp);
    }

    void start() {
        tasks.forEach(SoakTask::start);
    }

    void stop() {
        tasks.forEach(SoakTask::stop);
    }

    long nextDue() {
        long due = Long.MAX_VALUE;
        for (SoakTask task : tasks) {
            due = Math.min(due, task.nextDue());
        }
        return due;
    }

    void tick(long now) {
        for (SoakTask task : tasks) {
            task.tick(now);
        }
    }
}
