#!/usr/bin/env bash
# Writes the Swift code of the messages, which is committed; needs protoc and protoc-gen-swift (swift-protobuf 1.39.0).
set -euo pipefail
cd "$(dirname "$0")"
protoc --swift_out=. --swift_opt=Visibility=Internal --swift_opt=ImplementationOnlyImports=false \
  --swift_opt=UseAccessLevelOnImports=false fileformat.proto osmformat.proto
