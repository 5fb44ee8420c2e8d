package recon.local.soak;

import java.util.List;
import java.util.Optional;
import recon.simulator.stream.StreamSession;

/** One task: its disk, and the process that runs on it or does not. */
final class SoakTask {
    private final Site site;
    private final String name;
    private SoakSpool spool;
    private Optional<Life> process = Optional.empty();
    private boolean stopping;

    SoakTask(Site site, String name) {
        this.site = site;
        this.name = name;
        this.spool = new SoakSpool(site.conditions.spool());
    }

    /** Starts it, unless it runs. */
    void start() {
        if (process.isEmpty()) {
            stopping = false;
            process = Optional.of(new Life(site, name, spool));
        }
    }

    /** Kills it; with the machine the disk is lost as well. */
    void kill(boolean machineLost) {
        process.ifPresent(Life::kill);
        process = Optional.empty();
        if (machineLost) {
            spool = new SoakSpool(site.conditions.spool());
        } else {
            spool.reopen();
        }
    }

    /** Asks it to end in good order. */
    void stop() {
        process.ifPresent(running -> {
            stopping = true;
            running.stop();
        });
    }

    /** Whether it runs or ends. */
    boolean isUp() {
        return process.isPresent();
    }

    /** Whether it listens for all accounts. */
    boolean isReady() {
        return !stopping && process.map(Life::ready).orElse(false);
    }

    /** Whether nothing that it has received is on its way. */
    boolean isIdle() {
        return process.map(Life::isIdle).orElse(spool.bytes() == 0);
    }

    List<StreamSession> sessions() {
        return process.map(running -> running.connector().sessions()).orElse(List.of());
    }

    long nextDue() {
        return process.map(Life::nextDue).orElse(Long.MAX_VALUE);
    }

    /** Does what is due; a process that has stopped is gone. */
    void tick(long now) {
        process.filter(running -> running.nextDue() <= now).ifPresent(Life::tick);
        if (stopping && process.map(Life::stopped).orElse(false)) {
            kill(false);
        }
    }
}
