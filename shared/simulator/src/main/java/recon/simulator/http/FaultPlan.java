package recon.simulator.http;

import java.util.Optional;
import recon.simulator.Distortion;
import recon.simulator.Fault;

/** Tells which fault a request meets. */
public interface FaultPlan {
    /** The fault of the request, if any; asking twice may use up two. */
    Optional<Fault> strike(long requestNumber, String path);

    /** How the answer to a request that met no fault and was not refused is spoiled; asking twice may use up two. */
    Optional<Distortion> distortion(String path);
}
