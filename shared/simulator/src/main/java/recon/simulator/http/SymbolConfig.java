package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import recon.simulator.market.Contract;

/** {@code GET /fapi/v1/symbolConfig}: leverage and kind of margin, of one contract or of all. */
final class SymbolConfig implements Endpoint {
    @Override
    public String path() {
        return "/fapi/v1/symbolConfig";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public int weight(Parameters parameters) {
        return 5;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Optional<Contract> one = asked.anyContract();
        json.writeStartArray();
        for (Contract contract : Contract.all()) {
            if (one.isEmpty() || one.get().equals(contract)) {
                ContractTerms terms = ContractTerms.of(asked.account().uid(), contract);
                json.writeStartObject();
                json.writeStringField("symbol", contract.symbol());
                json.writeStringField("marginType", terms.isolated() ? "ISOLATED" : "CROSSED");
                json.writeBooleanField("isAutoAddMargin", false);
                json.writeNumberField("leverage", terms.leverage());
                json.writeStringField("maxNotionalValue", Bracket.largest(terms.leverage()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
