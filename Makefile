# make              the release binary, in .build/release
# make check        everything that CI runs: format, build with warnings as errors, tests
# make bench        the release benchmark
# make models       the model files anew, from the corpora in $(DATA)
# make screenshots  the pictures of the editors anew; needs them, tmux, DejaVu Sans Mono and Pillow
# make install      the binary to $(PREFIX)/bin

PREFIX ?= /usr/local
PYTHON ?= python3
DATA ?= ../shared/data
BINARY = .build/release/annotate-server
# One file that runs anywhere: on Linux the Swift runtime is linked in, on macOS it is the system's.
# LLD folds functions that are alike, and a program with a fixed address has no relocations: both
# together save two megabytes.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib -Xlinker -s -Xlinker --icf=all \
  -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie)

.PHONY: all check format lint-format test bench models screenshots install clean

all:
	swift build -c release $(STATIC) --product annotate-server

format:
	swift format -i -r Sources Tests Package.swift

lint-format:
	swift format lint --strict -r Sources Tests Package.swift

test:
	swift test

check: lint-format
	ANNOTATE_STRICT=1 swift build --build-tests
	ANNOTATE_STRICT=1 swift test
	python3 Tests/Tools/check_gold.py

bench: all
	$(BINARY) benchmark seeds

models: all
	$(BINARY) train $(DATA) --model Sources/Annotator/Model

screenshots: all
	for editor in vim nvim emacs; do \
	  PATH="$(CURDIR)/$(dir $(BINARY)):$$PATH" $(PYTHON) editors/screenshot $$editor \
	    seeds/2024-10-22-mackerel-talks.md editors/$$editor.png || exit 1; \
	done

install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/annotate-server

clean:
	rm -rf .build
