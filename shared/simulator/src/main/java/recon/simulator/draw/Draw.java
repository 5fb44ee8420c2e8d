package recon.simulator.draw;

import java.util.List;

/**
 * A sequence of numbers that depends on seed, purpose and coordinates alone (SplitMix64), so that what is drawn for one
 * day, account or request never depends on what was drawn for another.
 */
public final class Draw {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The sequence of one purpose at some coordinates (a day, an account's place, a request number). */
    public static Draw of(long seed, String purpose, long... coordinates) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
        }
        hash = mix(hash ^ mix(seed + GOLDEN_GAMMA));
        for (long coordinate : coordinates) {
            hash = mix(hash + GOLDEN_GAMMA * (coordinate + 1));
        }
        return new Draw(hash);
    }

    /** The next 64 bits. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 to {@code bound} - 1. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** A number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True in so many cases of a hundred. */
    public boolean chance(int percent) {
        return below(100) < percent;
    }

    /** One element of a list that is not empty. */
    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    /** So many characters, each drawn from the alphabet. */
    public String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(below(alphabet.length())));
        }
        return text.toString();
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
