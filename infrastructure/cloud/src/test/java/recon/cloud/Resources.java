package recon.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A template to look at.
 *
 * @param template as CloudFormation would get it
 */
record Resources(JsonNode template) {
    /** The resources of a type, by their logical ids. */
    Map<String, JsonNode> ofType(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        template.get("Resources").properties().forEach(entry -> {
            if (entry.getValue().get("Type").asText().equals(type)) {
                found.put(entry.getKey(), entry.getValue());
            }
        });
        return found;
    }

    /** The properties of the one resource of a type whose property has that value. */
    JsonNode properties(String type, String property, String value) {
        List<JsonNode> found = ofType(type).values().stream()
                .map(resource -> resource.get("Properties"))
                .filter(properties -> properties.path(property).asText().equals(value))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources " + type + " with " + property + " " + value);
        }
        return found.getFirst();
    }

    /** The statements of every policy of the role, by the role's logical id beginning. */
    List<JsonNode> statements(String role) {
        return ofType("AWS::IAM::Policy").values().stream()
                .map(policy -> policy.get("Properties"))
                .filter(policy -> policy.get("Roles").get(0).get("Ref").asText().startsWith(role))
                .flatMap(policy -> elements(policy.get("PolicyDocument").get("Statement")))
                .toList();
    }

    /** One value or a list of them, as a list. */
    static Stream<JsonNode> elements(JsonNode oneOrMany) {
        return oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany);
    }

    /** A reference or text in short: logical ids without the CDK's digits, joined texts in one. */
    static String shortly(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return name(value.get("Ref").asText());
        }
        if (value.has("Fn::GetAtt")) {
            return name(value.get("Fn::GetAtt").get(0).asText());
        }
        if (value.has("Fn::Join")) {
            StringBuilder joined = new StringBuilder();
            value.get("Fn::Join").get(1).forEach(part -> joined.append(shortly(part)));
            return joined.toString();
        }
        if (value.has("Fn::Sub")) {
            return value.get("Fn::Sub").asText();
        }
        throw new AssertionError("not understood: " + value);
    }

    private static String name(String logicalId) {
        return logicalId.replaceAll("[0-9A-F]{8}$", "");
    }
}
