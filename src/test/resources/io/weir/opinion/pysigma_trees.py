"""Reads rules with pySigma and writes what it made of each, one JSON object a line: {"id": ..., "tree": ...} or {"id": ..., "refused": why}.

A tree is {"and": [...]}, {"or": [...]}, {"not": tree}, or a test: {"field": name, "is": value}, without "field" for a keyword.
A value is {"text": [...]}, where a string is itself, 0 is * and 1 is ?, with "cased" where case counts; or {"number": n}, {"bool": b},
{"null": true}, {"exists": b}, {"re": expression, "flags": "ims"}, {"cidr": network}, {"compare": operator, "number": n},
{"fieldref": name, "starts": b, "ends": b}, {"part": unit, "number": n}, or {"any": [values]}.
"""

import json
import sys
from pathlib import Path

import yaml
from sigma import conditions, types
from sigma.exceptions import SigmaError
from sigma.rule import SigmaRule

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def text(value):
    wildcards = {types.SpecialChars.WILDCARD_MULTI: 0, types.SpecialChars.WILDCARD_SINGLE: 1}
    parts = [part if isinstance(part, str) else wildcards[part] for part in value.s]
    return {"text": parts, "cased": isinstance(value, types.SigmaCasedString)}


def expression(value):
    flags = "".join(sorted(flag.name[0].lower() if flag.name != "DOTALL" else "s" for flag in value.flags))
    return {"re": str(value.regexp), "flags": flags}


def reference(value):
    return {"fieldref": value.field, "starts": value.starts_with, "ends": value.ends_with}


WRITERS = [  # a class stands before those that it inherits from
    (types.SigmaExpansion, lambda value: {"any": [written(one) for one in value.values]}),
    (types.SigmaTimestampPart, lambda value: {"part": value.timestamp_part.name.lower(), "number": value.number}),
    (types.SigmaCompareExpression, lambda value: {"compare": value.op.name.lower(), **written(value.number)}),
    (types.SigmaString, text),
    (types.SigmaNumber, lambda value: {"number": value.number}),
    (types.SigmaBool, lambda value: {"bool": value.boolean}),
    (types.SigmaNull, lambda value: {"null": True}),
    (types.SigmaExists, lambda value: {"exists": bool(value)}),
    (types.SigmaRegularExpression, expression),
    (types.SigmaCIDRExpression, lambda value: {"cidr": value.cidr}),
    (types.SigmaFieldReference, reference),
]


def written(value):
    for kind, writer in WRITERS:
        if isinstance(value, kind):
            return writer(value)
    raise TypeError(type(value).__name__)


def tree(node):
    if isinstance(node, conditions.ConditionAND):
        return {"and": [tree(one) for one in node.args]}
    if isinstance(node, conditions.ConditionOR):
        return {"or": [tree(one) for one in node.args]}
    if isinstance(node, conditions.ConditionNOT):
        return {"not": tree(node.args[0])}
    if isinstance(node, conditions.ConditionFieldEqualsValueExpression):
        return {"field": node.field, "is": written(node.value)}
    if isinstance(node, conditions.ConditionValueExpression):
        return {"is": written(node.value)}
    raise TypeError(type(node).__name__)


def read(document):
    rule = SigmaRule.from_dict(document)
    return {"or": [tree(condition.parsed) for condition in rule.detection.parsed_condition]}


def main(paths):
    for path in paths:
        files = sorted(Path(path).rglob("*.yml")) if Path(path).is_dir() else [Path(path)]
        for file in files:
            for document in yaml.load_all(file.read_text(encoding="utf-8"), LOADER):
                try:
                    answer = {"tree": read(document)}
                except (SigmaError, TypeError) as problem:
                    answer = {"refused": str(problem)}
                print(json.dumps({"id": str(document["id"]), **answer}))


if __name__ == "__main__":
    main(sys.argv[1:])
