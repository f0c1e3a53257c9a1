#!/usr/bin/env bash
# Checks the Swift toolchain and installs the Debian packages that are missing (with sudo when not root).
set -euo pipefail

packages=(libcurl4-openssl-dev libicu-dev libstemmer-dev zlib1g-dev pkg-config)
wanted_swift=6.3

say() { printf 'sufler: %s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
    say "Swift is not on the PATH. Install Swift $wanted_swift or newer from https://www.swift.org/install/linux/ and run the command again."
    exit 1
fi
found_swift=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
if [ -z "$found_swift" ] || [ "$(printf '%s\n%s\n' "$wanted_swift" "$found_swift" | sort -V | head -n 1)" != "$wanted_swift" ]; then
    say "Swift ${found_swift:-of an unknown version} is too old. Install Swift $wanted_swift or newer from https://www.swift.org/install/linux/."
    exit 1
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is not Debian or Ubuntu. Install libcurl, ICU, libstemmer and zlib with their headers, and pkg-config; then run swift build."
    exit 1
fi
missing=()
for package in "${packages[@]}"; do
    if [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then
        # pkgconf provides pkg-config on newer systems.
        if [ "$package" = pkg-config ] && command -v pkg-config >/dev/null 2>&1; then continue; fi
        missing+=("$package")
    fi
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        say "These packages are missing: ${missing[*]}. Install them as root: apt-get install ${missing[*]}"
        exit 1
    fi
    as_root=(sudo)
fi
say "installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    say "The packages could not be installed. Install them by hand: apt-get install ${missing[*]}"
    exit 1
fi
