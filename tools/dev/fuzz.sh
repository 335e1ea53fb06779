# shellcheck shell=bash
# Running the fuzz targets: programs that are fed what nobody would write.

verb_fuzz() {
  local seconds=30
  if [[ ${1:-} =~ ^[0-9]+$ ]]; then seconds=$1 && shift; fi
  build_fuzzers || return
  finish_timings
  local failed=0 program
  while IFS= read -r program; do
    say "$(fuzzer_name "$program"), $seconds s"
    fuzz_one "$program" "$seconds" || failed=1
  done < <(programs_matching build/asan "callwright_*${1:-}*_fuzz")
  return "$failed"
}

build_fuzzers() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}" "${sanitizer_packages[@]}"
  build_targets asan callwright_fuzzers
}

# json_fuzz for .../callwright_json_fuzz.
fuzzer_name() {
  local name
  name=$(basename "$1")
  echo "${name#callwright_}"
}

# fuzz_one <program> <seconds> [option...]: begins with the inputs kept in tests/fuzz and with what
# earlier runs here found interesting; an input that breaks something is left in build/corpus.
fuzz_one() {
  local program=$1 seconds=$2 name found seeds=()
  shift 2
  name=$(fuzzer_name "$program")
  found=build/corpus/$name
  mkdir -p "$found"
  [[ -d tests/fuzz/$name ]] && seeds=("tests/fuzz/$name")
  "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="build/corpus/$name-" "$@" "$found" "${seeds[@]}"
}

# The part of ./dev test: each target for a short time, one a core, from the same seed every time, so that
# a commit that passed passes again. What is new is looked for by ./dev fuzz.
test_fuzz() {
  prepare build-fuzzers build_fuzzers || return
  timed fuzz fuzz_all 10 || true
  report_failures fuzz
}

fuzz_all() {
  local seconds=$1 program running=0
  mkdir -p build/log
  while IFS= read -r program; do
    fuzz_step "$program" "$seconds" &
    running=$((running + 1))
    if ((running >= $(jobs))); then
      wait -n || true
      running=$((running - 1))
    fi
  done < <(programs_matching build/asan 'callwright_*_fuzz')
  wait
}

fuzz_step() {
  local name
  name=$(fuzzer_name "$1")
  if fuzz_one "$1" "$2" -seed=1 >"build/log/$name.log" 2>&1; then
    step_passed "fuzz-$name"
  else
    suite_failed "fuzz-$name"
    echo "$name failed; the end of build/log/$name.log:"
    tail -n 30 "build/log/$name.log"
  fi
}
