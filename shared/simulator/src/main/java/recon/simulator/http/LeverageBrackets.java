package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import recon.simulator.market.Contract;

/** {@code GET /fapi/v1/leverageBracket}: an array of all contracts, or the object of one. */
final class LeverageBrackets implements Endpoint {
    @Override
    public String path() {
        return "/fapi/v1/leverageBracket";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<Contract> one = asked.anyContract();
        if (one.isPresent()) {
            write(one.get(), json);
            return;
        }
        json.writeStartArray();
        for (Contract contract : Contract.all()) {
            write(contract, json);
        }
        json.writeEndArray();
    }

    private static void write(Contract contract, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", contract.symbol());
        json.writeArrayFieldStart("brackets");
        for (Bracket bracket : Bracket.ALL) {
            json.writeStartObject();
            json.writeNumberField("bracket", bracket.number());
            json.writeNumberField("initialLeverage", bracket.leverage());
            json.writeNumberField("notionalCap", bracket.cap());
            json.writeNumberField("notionalFloor", bracket.floor());
            json.writeNumberField("maintMarginRatio", bracket.maintenance());
            json.writeNumberField("cum", bracket.cum());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
