package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import recon.simulator.futures.AlgoState;

/** {@code GET /fapi/v1/algoOrder}: one conditional order by its number or by its owner's name of it. */
final class AlgoOrder implements Endpoint {
    @Override
    public String path() {
        return "/fapi/v1/algoOrder";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("algoId", "clientAlgoId");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        OptionalLong id = asked.parameters().number("algoId");
        String name = id.isPresent() ? "" : asked.parameters().mandatory("clientAlgoId");
        AlgoState order = asked.contracts().algos().of(asked.account().uid()).between(0, asked.now()).stream()
                .flatMap(known -> known.at(asked.now()).stream())
                .filter(known -> AlgoOrderRows.kept(known, asked.now()))
                .filter(known -> id.isPresent()
                        ? known.placement().algoId() == id.getAsLong()
                        : known.placement().clientAlgoId().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(-2013, "Order does not exist."));
        AlgoOrderRows.write(order, json);
    }
}
