package recon.simulator.world;

/** Something that accounts do, planned day by day. */
interface DayPlan {
    /** Notes what an account will do on the day that begins at the instant. */
    void plan(long dayStart, int account);
}
