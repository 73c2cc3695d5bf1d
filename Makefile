PYTHON ?= python

.PHONY: all test lint types eval bench demo

all: lint types test

test:  ## the tests, browser tests included where Chromium is installed
	$(PYTHON) -m pytest

lint:  ## style and format
	ruff check .
	ruff format --check .

types:  ## mypy, strict
	mypy

eval:  ## figures against their floors; needs the evaluation data beside the checkout
	$(PYTHON) -m eval

bench:  ## speed, memory and growth, side by side in one run
	$(PYTHON) -m benchmarks

demo:  ## the packaged story as a page
	recension demo
