package recon.simulator.stream;

import recon.simulator.SimulatedAccount;

/**
 * An account that a session is told about.
 *
 * @param id number within the session
 * @param apiKey the key it was asked for with
 * @param byLogon whether it was asked for by the logged-on key
 */
record Subscription(StreamSession session, int id, SimulatedAccount account, String apiKey, boolean byLogon) {}
