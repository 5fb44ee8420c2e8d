package recon.simulator.stream;

import recon.simulator.event.AccountEvent;

/**
 * An event of no world for the subscribers to an account.
 *
 * @param uid the account
 */
record Publication(String uid, AccountEvent event) {}
