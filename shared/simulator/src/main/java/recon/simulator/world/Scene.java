package recon.simulator.world;

import java.util.List;
import recon.simulator.FuturesSettings;
import recon.simulator.SimulatedAccount;
import recon.simulator.Switches;
import recon.simulator.market.Market;
import recon.simulator.market.Prices;

/**
 * What the activities in the wallets work with.
 *
 * @param seed what is drawn depends on it
 * @param accounts in the order of their places
 * @param switches how the exchange behaves
 * @param market what can be traded
 * @param prices what things are worth
 * @param amounts how people choose amounts
 * @param wallets where the money is
 * @param history where the rows go
 * @param numbers where ids come from
 * @param clerk who writes the papers of orders
 * @param agenda what will happen
 * @param moments when things happen
 * @param futures how much happens in contracts
 * @param start midnight at which the first day begins, epoch ms
 */
record Scene(
        long seed,
        List<SimulatedAccount> accounts,
        Switches switches,
        Market market,
        Prices prices,
        Amounts amounts,
        Wallets wallets,
        History history,
        Numbers numbers,
        Clerk clerk,
        Agenda agenda,
        Moments moments,
        FuturesSettings futures,
        long start) {
    String uid(int account) {
        return accounts.get(account).uid();
    }
}
