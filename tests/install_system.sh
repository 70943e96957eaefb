#!/bin/sh
# Installs Debian packages that the tests need, as root or through sudo.
set -eu
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
command -v apt-get >/dev/null || { echo "Please install: $*" >&2; exit 1; }
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
$as_root apt-get update -qq
$as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
