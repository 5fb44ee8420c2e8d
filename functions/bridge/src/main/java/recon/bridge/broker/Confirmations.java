package recon.bridge.broker;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The broker's words on what was published, by sequence number. A message that no queue took is returned first. */
final class Confirmations {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final SortedMap<Long, String> open = new TreeMap<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private boolean over;
    private boolean allSent;

    void sending(long sequence, String id) {
        locked(() -> open.put(sequence, id));
    }

    void returned(String id) {
        locked(() -> returned.add(id));
    }

    void confirmed(long sequence, boolean andAllBefore, boolean positive) {
        locked(() -> {
            SortedMap<Long, String> meant =
                    andAllBefore ? open.headMap(sequence + 1) : open.subMap(sequence, sequence + 1);
            for (String id : meant.values()) {
                if (positive && !returned.contains(id)) {
                    taken.add(id);
                }
            }
            meant.clear();
        });
    }

    void allSent() {
        locked(() -> allSent = true);
    }

    /** Nothing more will be heard: the connection is gone, or the broker takes nothing now. */
    void over() {
        locked(() -> over = true);
    }

    /** Waits until there is a word on all of them, or nothing more to wait for. */
    void await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!over && !(allSent && open.isEmpty()) && left > 0) {
                left = heard.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    Set<String> taken() {
        lock.lock();
        try {
            return Set.copyOf(taken);
        } finally {
            lock.unlock();
        }
    }

    boolean complete() {
        lock.lock();
        try {
            return allSent && open.isEmpty() && !over;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
