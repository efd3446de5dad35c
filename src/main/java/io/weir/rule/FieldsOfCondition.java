package io.weir.rule;

import java.util.List;

/** The fields that a correlation's condition measures: all of it that a pipeline can change. */
enum FieldsOfCondition implements CorrelationCondition.Cases<List<String>> {
    READER;

    @Override
    public List<String> measured(CorrelationCondition.Measured condition) {
        return condition.fields();
    }

    @Override
    public List<String> extended(CorrelationCondition.Extended condition) {
        return List.of();
    }
}
