#!/usr/bin/env bash
# Is HEAD faster than BASE? Builds both commits and simulates the same world with each, turn by turn, on this machine.
#
#   benches/compare.sh BASE [HEAD [SCENARIO [TURNS]]]
#
# Prints the least and the median of the seconds of processor, their ratio, and the instructions of a month where valgrind
# is installed. Refuses to compare worlds that differ. The builds stay in target/compare, so that a commit is built once.
set -euo pipefail
cd "$(dirname "$0")/.."

base="${1:?which commit is the base?}"
head="${2:-HEAD}"
scenario="${3:-hameau:baseline}"
turns="${4:-9}"
folder="$PWD/target/compare"
mkdir -p "$folder"

# Builds a commit into a program named after it, and prints the program.
program() {
  local commit tree
  commit="$(git rev-parse --short "$1^{commit}")"
  if [ ! -x "$folder/$commit" ]; then
    tree="$(mktemp -d)"
    git archive "$commit" | tar -x -C "$tree"
    (cd "$tree" && CARGO_TARGET_DIR="$folder/build" cargo build --locked --quiet --release --bin hameau)
    cp "$folder/build/release/hameau" "$folder/$commit"
    rm -r "$tree"
  fi
  echo "$folder/$commit"
}

# Simulates one world, and prints it.
simulate() {
  "$1" run "$scenario" --only 0 --quiet "${@:2}"
}

# Instructions of the two first years after the first two months, so that founding and burn-in are not among them.
instructions() {
  local months count
  for months in 2 26; do
    count="$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1" run "$scenario" --only 0 --quiet \
      --set "simulation.duration_months=$months" 2>&1 >/dev/null | awk '/Collected/ { print $4 }')"
    echo "$count"
  done | awk 'NR == 1 { first = $1 } END { printf "%.1f million instructions a month\n", ($1 - first) / 24e6 }'
}

before="$(program "$base")"
after="$(program "$head")"
if ! diff <(simulate "$before") <(simulate "$after"); then
  echo "the two commits simulate different worlds" >&2
  exit 1
fi
times="$(mktemp)"
trap 'rm -f "$times"' EXIT
TIMEFORMAT=%U
for _ in $(seq "$turns"); do
  for which in before after; do
    seconds="$( { time simulate "${!which}" >/dev/null; } 2>&1)"
    echo "$which $seconds" >>"$times"
  done
done
sort -k1,1 -k2,2n "$times" | awk '
  { value[$1, ++count[$1]] = $2 }
  END {
    for (at = 1; at <= 2; at++) {
      which = at == 1 ? "before" : "after"
      median = value[which, int((count[which] + 1) / 2)]
      printf "%-6s %.3f s least, %.3f s median\n", which, value[which, 1], median
    }
    printf "after over before %.3f\n", value["after", 1] / value["before", 1]
  }'
if command -v valgrind >/dev/null; then
  echo "before $(instructions "$before")"
  echo "after  $(instructions "$after")"
fi
