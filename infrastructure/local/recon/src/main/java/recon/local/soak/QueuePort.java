package recon.local.soak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import recon.simulator.draw.Draw;
import recon.stream.delivery.ExecutionQueue;
import recon.stream.delivery.QueueAnswer;
import recon.stream.report.Report;

/** A process's way to a queue: takes time, and fails as the queue's mood has it. A dead process hears no answer. */
final class QueuePort implements ExecutionQueue {
    private static final int LONGEST_MS = 40;
    private static final int TIME_OUT_MS = 10_000;

    private final SoakQueue queue;
    private final Moods moods;
    private final Draw draw;
    private final SoakTime time;
    private final Timetable timetable;
    private final BooleanSupplier alive;

    QueuePort(SoakQueue queue, Moods moods, Draw draw, SoakTime time, Timetable timetable, BooleanSupplier alive) {
        this.queue = queue;
        this.moods = moods;
        this.draw = draw;
        this.time = time;
        this.timetable = timetable;
        this.alive = alive;
    }

    @Override
    public void send(List<Report> batch, Receipt receipt) {
        switch (moods.next()) {
            case WELL -> {
                batch.forEach(queue::put);
                answer(receipt, latency(), new QueueAnswer.Accepted());
            }
            case THROTTLED -> answer(receipt, latency(), new QueueAnswer.Failed("throttled"));
            case PARTLY -> answer(receipt, latency(), partly(batch));
            case TAKEN_BUT_FAILED -> {
                batch.forEach(queue::put);
                answer(receipt, TIME_OUT_MS, new QueueAnswer.Failed("timed out"));
            }
            case TAKEN_IN_SILENCE -> batch.forEach(queue::put);
            case SILENT -> {
                // Neither taken nor answered.
            }
            case AWAY -> answer(receipt, latency(), new QueueAnswer.Failed("no route"));
        }
    }

    private QueueAnswer partly(List<Report> batch) {
        Set<Integer> refused = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            if (draw.chance(50)) {
                refused.add(i);
            } else {
                queue.put(batch.get(i));
            }
        }
        return refused.isEmpty() ? new QueueAnswer.Accepted() : new QueueAnswer.Partly(refused, "internal error");
    }

    private int latency() {
        return draw.between(2, LONGEST_MS);
    }

    private void answer(Receipt receipt, int afterMs, QueueAnswer answer) {
        timetable.at(time.millis() + afterMs, () -> {
            if (alive.getAsBoolean()) {
                receipt.answered(time.millis(), answer);
            }
        });
    }
}
