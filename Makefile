# Sufler: everything a newcomer needs. `make help` lists it.

SWIFT ?= swift
BIN = .build/release/sufler
KNOWLEDGE ?= knowledge
INDEX ?= index
HOST ?= 127.0.0.1
PORT ?= 8080
EXAMPLE = Здравствуйте! Заказала кроссовки, не подошёл размер, как вернуть и когда придут деньги?

.DEFAULT_GOAL := help
.PHONY: help run demo test test-nightly lint format bench docs deps build index

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

run: demo ## Set up, build, index knowledge/, show a worked example, serve the console
	@$(BIN) serve --index '$(INDEX)' --host '$(HOST)' --port '$(PORT)'

demo: index ## As run, but end after the worked example
	@printf '\nСообщение клиента: %s\n\n' '$(EXAMPLE)'
	@$(BIN) suggest --index '$(INDEX)' '$(EXAMPLE)'
	@printf '\n'

test: deps ## Set up and run all tests
	@if command -v python3 >/dev/null; then python3 -B -m unittest discover --quiet -s benchmarks; \
	else echo 'the measures of benchmarks/ are not tested: there is no python3'; fi
	$(SWIFT) test

test-nightly: deps ## Run all tests with their long tiers: 1,000 kills, 20,000 damaged bytes, every crash image
	SUFLER_NIGHTLY=1 $(SWIFT) test

lint: deps ## Check format and documentation rules
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format: deps ## Format the code in place
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

bench: build ## Compare with other search engines; writes docs/benchmarks.md, which says what it needs
	@scripts/install-benchmark-peers.sh
	@python3 -B benchmarks/bench.py --sufler $(BIN) $(PARTS)

docs: deps ## Write the API reference to .build/documentation
	scripts/documentation.sh

deps:
	@scripts/install-dependencies.sh

build: deps
	@$(SWIFT) build --configuration release --product sufler

index: build
	@$(BIN) index --knowledge '$(KNOWLEDGE)' --index '$(INDEX)'
