# make            the release binary, in .build/release
# make check      everything that CI runs: format, build with warnings as errors, tests
# make bench      the release benchmark
# make install    the binary to $(PREFIX)/bin

PREFIX ?= /usr/local
BINARY = .build/release/annotate-server
# One file that runs anywhere: on Linux the Swift runtime is linked in, on macOS it is the system's.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib -Xlinker -s)
STRICT = -Xswiftc -warnings-as-errors

.PHONY: all check format lint-format test bench install clean

all:
	swift build -c release $(STATIC) --product annotate-server

format:
	swift format -i -r Sources Tests Package.swift

lint-format:
	swift format lint --strict -r Sources Tests Package.swift

test:
	swift test $(STRICT)

check: lint-format
	swift build --build-tests $(STRICT)
	swift test $(STRICT)
	swift build -c release $(STATIC) $(STRICT) --product annotate-server
	python3 Tests/Tools/check_gold.py

bench: all
	$(BINARY) benchmark seeds

install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/annotate-server

clean:
	rm -rf .build
