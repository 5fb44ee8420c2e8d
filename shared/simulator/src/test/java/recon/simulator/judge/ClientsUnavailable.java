package recon.simulator.judge;

import java.io.Serial;

/** The clients cannot be had on this machine; says why. */
public final class ClientsUnavailable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    ClientsUnavailable(String reason) {
        super("the exchange's own clients do not judge the simulator: " + reason);
    }
}
