"""Holds JSON against the machine-readable model of the Language Server Protocol.

The model says of each message what its parameters and its result may hold. Unlike a client, which
forgives what it does not know, `Model` reports every unknown field, wrong type and unlisted value.
"""
import json

# Enumerations that the specification leaves open only in words.
INTEGERS = {"integer": (-(2**31), 2**31 - 1), "uinteger": (0, 2**31 - 1)}


class Model:
    def __init__(self, path):
        model = json.loads(path.read_text(encoding="utf-8"))
        self.requests = {item["method"]: item for item in model["requests"]}
        self.notifications = {item["method"]: item for item in model["notifications"]}
        self.named = {
            item["name"]: (kind, item)
            for kind in ("structures", "enumerations", "typeAliases")
            for item in model[kind]
        }

    def result_errors(self, method, value):
        """What is wrong with the result of a request."""
        return self.errors(value, self.requests[method]["result"], method)

    def params_errors(self, method, value):
        """What is wrong with the parameters of a message that the server sends."""
        message = self.requests.get(method) or self.notifications[method]
        if "params" not in message:
            return [] if value is None else [f"{method} takes no parameters"]
        return self.errors(value, message["params"], method)

    def errors(self, value, type, path):
        """Every way in which a value is not of a type, each with its path."""
        kind = type["kind"]
        if kind == "base":
            return [] if is_base(value, type["name"]) else [f"{path}: {value!r} is no {type['name']}"]
        if kind == "stringLiteral":
            return [] if value == type["value"] else [f"{path}: {value!r} is not {type['value']!r}"]
        if kind == "literal":
            return self.members(value, type["value"]["properties"], path)
        if kind == "array":
            if not isinstance(value, list):
                return [f"{path}: no array"]
            return [
                error
                for index, element in enumerate(value)
                for error in self.errors(element, type["element"], f"{path}[{index}]")
            ]
        if kind == "map":
            if not isinstance(value, dict):
                return [f"{path}: no map"]
            return [
                error
                for key, element in value.items()
                for error in self.errors(element, type["value"], f"{path}.{key}")
            ]
        if kind == "or":
            return min((self.errors(value, item, path) for item in type["items"]), key=len)
        if kind == "reference":
            return self.reference(value, type["name"], path)
        return [f"{path}: the check does not know types of kind {kind}"]

    def reference(self, value, name, path):
        if name == "LSPAny":
            return []
        kind, item = self.named[name]
        if kind == "typeAliases":
            return self.errors(value, item["type"], path)
        if kind == "structures":
            return self.members(value, self.properties(item), path)
        if not is_base(value, item["type"]["name"]):
            return [f"{path}: {value!r} is no {name}"]
        listed = [entry["value"] for entry in item["values"]]
        if value in listed or item.get("supportsCustomValues"):
            return []
        return [f"{path}: {value!r} is not among the values of {name}"]

    def properties(self, structure):
        own = list(structure["properties"])
        for parent in structure.get("extends", []) + structure.get("mixins", []):
            own += self.properties(self.named[parent["name"]][1])
        return own

    def members(self, value, properties, path):
        if not isinstance(value, dict):
            return [f"{path}: no object"]
        known = {}
        for item in properties:
            known.setdefault(item["name"], item)
        errors = [f"{path}: unknown field {key}" for key in value if key not in known]
        for name, item in known.items():
            if name in value:
                errors += self.errors(value[name], item["type"], f"{path}.{name}")
            elif not item.get("optional"):
                errors.append(f"{path}: no field {name}")
        return errors


def is_base(value, name):
    if name == "boolean":
        return isinstance(value, bool)
    if name == "null":
        return value is None
    if name in INTEGERS:
        low, high = INTEGERS[name]
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    if name == "decimal":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, str)
