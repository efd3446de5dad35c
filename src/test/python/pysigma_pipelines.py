"""What pySigma makes of rules in pipelines, as JSON: the second opinion that PipelineOracleTest and PipelineOracleIT ask.

    python pysigma_pipelines.py PIPELINE.yml[,PIPELINE.yml ...] ... -- RULE.yml ...

Each argument before the -- is one or more pipelines that are resolved together. A line of JSON is written without any pipeline, and one
for each argument, with the rules that came out different:

    {"pipelines": [...], "rules": {ID: {"logsource": [...], "fields": [...], "conditions": [...]}}}

with {"error": ...} in place of the rules, or of one of them, where pySigma refuses the pipeline or the rule. A condition is a tree of
["and", ...], ["or", ...], ["not", x] and leaves such as "Image='*\\\\a.exe'"; what pySigma drops is left out.
"""

import copy
import json
import os
import re
import sys

import yaml

from sigma.collection import SigmaCollection
from sigma.conditions import (
    ConditionAND,
    ConditionFieldEqualsValueExpression,
    ConditionNOT,
    ConditionOR,
)
from sigma.correlations import SigmaCorrelationCondition, SigmaCorrelationRule
from sigma.processing.resolver import ProcessingPipelineResolver
from sigma.types import (
    Placeholder,
    SigmaBool,
    SigmaCasedString,
    SigmaCIDRExpression,
    SigmaCompareExpression,
    SigmaExists,
    SigmaExpansion,
    SigmaFieldReference,
    SigmaNull,
    SigmaNumber,
    SigmaRegularExpression,
    SigmaString,
    SigmaTimestampPart,
    SpecialChars,
)


def text(string):
    """Letters with \\ before * ? % and itself; wildcards and placeholders without."""
    shown = ""
    for part in string.s:
        if isinstance(part, str):
            shown += re.sub(r"[\\*?%]", lambda found: "\\" + found.group(), part)
        elif isinstance(part, Placeholder):
            shown += "%" + part.name + "%"
        else:
            shown += "*" if part == SpecialChars.WILDCARD_MULTI else "?"
    return shown


def value(v):
    if isinstance(v, SigmaString):
        return ("cased " if isinstance(v, SigmaCasedString) else "") + "'" + text(v) + "'"
    if isinstance(v, SigmaTimestampPart):
        return f"{v.timestamp_part.name.lower()} {v.number}"
    if isinstance(v, SigmaNumber):
        return f"{v.number}"
    if isinstance(v, SigmaBool):
        return "true" if v.boolean else "false"
    if isinstance(v, SigmaNull):
        return "null"
    if isinstance(v, SigmaRegularExpression):
        return f"re{''.join(sorted(flag.name[0] for flag in v.flags))} {v.regexp}"
    if isinstance(v, SigmaCIDRExpression):
        return f"cidr {v.cidr}"
    if isinstance(v, SigmaCompareExpression):
        return f"{v.op.name.lower()} {value(v.number)}"
    if isinstance(v, SigmaExists):
        return "exists" if v.exists else "absent"
    if isinstance(v, SigmaFieldReference):
        return f"field {v.field}{' starts' if v.starts_with else ''}{' ends' if v.ends_with else ''}"
    if isinstance(v, SigmaExpansion):
        return "expansion"
    return type(v).__name__


def tree(condition):
    if condition is None:
        return None
    for kind, name in ((ConditionAND, "and"), (ConditionOR, "or")):
        if isinstance(condition, kind):
            operands = [t for t in (tree(arg) for arg in condition.args) if t is not None]
            return [name, *operands] if operands else None
    if isinstance(condition, ConditionNOT):
        operand = tree(condition.args[0]) if condition.args else None
        return None if operand is None else ["not", operand]
    field = condition.field if isinstance(condition, ConditionFieldEqualsValueExpression) else ""
    return f"{field}={value(condition.value)}"


def detection(rule):
    source = rule.logsource
    return {
        "logsource": [source.product or "", source.category or "", source.service or ""],
        "fields": rule.fields,
        "conditions": [tree(condition.parsed) for condition in rule.detection.parsed_condition],
    }


def correlation(rule):
    measured = rule.condition.fieldref if isinstance(rule.condition, SigmaCorrelationCondition) else None
    return {
        "fields": rule.fields,
        "group-by": rule.group_by or [],
        "aliases": {
            alias.alias: sorted(alias.mapping.values()) for alias in rule.aliases
        },
        "measured": [measured] if isinstance(measured, str) else measured or [],
    }


def processed(pipeline, rule):
    try:
        pipeline.apply(rule)
        return correlation(rule) if isinstance(rule, SigmaCorrelationRule) else detection(rule)
    except Exception as e:  # whatever pySigma says no with
        return {"error": type(e).__name__}


def answer(specs, documents, plain):
    names = [os.path.basename(spec) for spec in specs]
    try:
        pipeline = ProcessingPipelineResolver().resolve(specs)
    except Exception as e:
        return {"pipelines": names, "error": type(e).__name__}
    collection = SigmaCollection.from_dicts(copy.deepcopy(documents))
    rules = {str(rule.id): processed(pipeline, rule) for rule in collection}
    return {"pipelines": names, "rules": {id: rule for id, rule in rules.items() if rule != plain.get(id)}}


def main(arguments):
    split = arguments.index("--")
    documents = []
    for path in arguments[split + 1 :]:
        with open(path, encoding="utf-8") as file:
            documents.extend(yaml.load_all(file, yaml.CSafeLoader))
    plain = answer([], documents, {})
    for line in [plain, *(answer(specs.split(","), documents, plain["rules"]) for specs in arguments[:split])]:
        print(json.dumps(line, ensure_ascii=False, sort_keys=True))


if __name__ == "__main__":
    main(sys.argv[1:])
