#!/usr/bin/env bash
# Writes the API reference of every library target to .build/documentation/TARGET (static HTML).
set -euo pipefail
cd "$(dirname "$0")/.."
output=.build/documentation
mkdir -p "$output"
for target in TextAnalysis MappedStorage SearchIndex KnowledgeBase Retrieval ReplyPolicy ReplySuggestion Evaluation EvaluationHarness WebService; do
    swift package --allow-writing-to-directory "$output" \
        generate-documentation --target "$target" --output-path "$output/$target" \
        --transform-for-static-hosting --hosting-base-path "$target"
    echo "$output/$target"
done
