package recon.storage.work;

/** The time that a function still has. */
public interface Slice {
    /** Whether too little is left for one more step. */
    boolean exhausted();
}
