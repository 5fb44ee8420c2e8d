package recon.simulator.world;

import recon.simulator.market.Symbol;

/**
 * An order that is being filled.
 *
 * @param account place of the account in the list of accounts
 * @param symbol the pair
 * @param id the exchange's number
 * @param buy true: receives the base asset
 * @param maker true: it rests and is hit
 * @param feeInBnb true: fees are taken from BNB as long as there is enough
 * @param docket what is told of it
 */
record Order(int account, Symbol symbol, long id, boolean buy, boolean maker, boolean feeInBnb, Docket docket) {
    String given() {
        return buy ? symbol.quote() : symbol.base();
    }

    String received() {
        return buy ? symbol.base() : symbol.quote();
    }
}
