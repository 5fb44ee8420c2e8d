package recon.collect.handler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;

/** What an operator sets, under {@code recon.collect}: environment variables of the function. */
@ConfigMapping(prefix = "recon.collect")
interface CollectConfig {
    /** Which exchange to ask. */
    Exchange exchange();

    /** In how many days every symbol is asked for once, whether anything points to it or not. */
    @WithDefault("30")
    int roundDays();

    /** Whose books to keep. */
    List<AccountConfig> accounts();

    /** Which exchange to ask. */
    interface Exchange {
        /** The host of {@code /api} and {@code /sapi}. */
        @WithDefault("https://api.binance.com")
        URI spot();

        /** The host of {@code /fapi}. */
        @WithDefault("https://fapi.binance.com")
        URI futures();

        /** The address our requests come from: one name for all that share it. */
        @WithDefault("nat")
        String egress();
    }

    /** One account. */
    interface AccountConfig {
        /** The exchange's uid. */
        String uid();

        /** What people see in reports. */
        String email();

        /** Whether it is the main account. */
        @WithDefault("false")
        boolean main();

        /** Where its key is kept: {@code env:NAME}, {@code file:PATH} or {@code secrets-manager:NAME}. */
        String credentials();
    }
}
