# shellcheck shell=bash
# ./dev test: everything that must hold before a change is shared, cheapest first.

test_parts=(tidy headers web asan fuzz tsan stories sim robustness e2e)
# The same tests as in asan, without the sanitizers: sooner built, for while one works.
other_parts=(unit)

# The build whose tests run against the programs: the one that everything builds anyway.
test_preset=dev

# Only these rooms share state between threads; the thread sanitizer has nothing to say about the others.
threaded_rooms=(async log metrics db jobs idempotency http)

verb_test() {
  local parts=("$@") part
  if [[ ${#parts[@]} -eq 0 ]]; then
    parts=("${test_parts[@]}")
    test_preset=asan
  fi
  for part in "${parts[@]}"; do
    [[ " ${test_parts[*]} ${other_parts[*]} " == *" $part "* ]] ||
      fail "there is no part \"$part\"; parts: ${test_parts[*]} ${other_parts[*]}"
  done
  results_reset
  for part in "${parts[@]}"; do "test_$part" || true; done
  finish_results
}

test_tidy() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}" "${format_packages[@]}"
  run_step formatting format_sources --check
  prepare build-tidy build_targets dev callwright_tidy || return
  run_step rules build/dev/tools/tidy/callwright_tidy .
}

test_unit() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}"
  prepare build-dev build_targets dev all || return
  run_suite unit run_ctest dev unit --label-exclude robustness
}

test_headers() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}"
  run_step headers configure_and_build dev callwright_header_check
}

# The walks through every state of a call take minutes under the sanitizers and seconds without: here they
# run as a smaller walk and whole in test_stories, by the program.
exhaustive_walks='^dialogue\.PolicyProof\.every_promise_holds'

test_asan() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}" "${sanitizer_packages[@]}"
  prepare build-asan build_targets asan all || return
  ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 \
    run_suite asan run_ctest asan asan --label-exclude robustness --exclude-regex "$exhaustive_walks"
}

test_tsan() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}" "${sanitizer_packages[@]}"
  local targets=("${threaded_rooms[@]/#/callwright_}") rooms
  prepare build-tsan build_targets tsan "${targets[@]/%/_test}" || return
  rooms=$(IFS='|' && echo "${threaded_rooms[*]}")
  run_suite tsan run_ctest tsan tsan --tests-regex "^($rooms)\\."
}

test_stories() {
  compgen -G 'tests/scenarios/*.call' >/dev/null || return 0
  prepare build-release build_programs callwright callwright-emulators || return
  run_step policy build/release/callwright policy check
  local story
  for story in tests/scenarios/*.call; do
    run_step "story-$(basename "$story" .call)" build/release/callwright rehearse "$story"
  done
}

# Always the same days: a test that sometimes fails tells nothing. ./dev sim --seed N plays others.
test_sim() {
  prepare build-release build_programs callwright || return
  run_step sim build/release/callwright sim --calls 100000 --jobs "$(jobs)"
  # Every planted bug once: were one missed, the checkers would prove less than they say.
  run_step sabotage build/release/callwright sim --sabotage all --rounds 1 --calls 5000 --jobs "$(jobs)"
}

# The programs are those of the release build: how fast they come back is part of the answer.
test_robustness() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}"
  prepare build-release build_programs callwright callwright-emulators callwright_http_echo || return
  prepare "build-$test_preset" build_targets "$test_preset" callwright_kill9 callwright_robustness_test \
    callwright_crash_socket_test || return
  CALLWRIGHT_BINARY=$PWD/build/release/callwright \
    CALLWRIGHT_EMULATORS=$PWD/build/release/callwright-emulators \
    CALLWRIGHT_HTTP_ECHO=$PWD/build/release/tests/conformance/callwright_http_echo \
    run_suite robustness run_ctest "$test_preset" robustness --label-regex robustness
}

test_web() {
  [[ -f web/package.json ]] || return 0
  prepare web-packages install_web_modules || return
  run_step web-types npm --prefix web run check
  run_suite web npm --prefix web run test -- --reporter=default --reporter=junit \
    --outputFile.junit="$PWD/build/results/web.xml"
}

test_e2e() {
  [[ -f web/playwright.config.ts ]] || return 0
  need_packages "${browser_packages[@]}"
  prepare build-release build_programs callwright callwright-emulators || return
  CALLWRIGHT_PROGRAM=$PWD/build/release/callwright \
    PLAYWRIGHT_JUNIT_OUTPUT_FILE=$PWD/build/results/e2e.xml \
    run_suite e2e npm --prefix web run e2e -- --reporter=list,junit
}

# run_ctest <preset> <name of the results> [ctest arguments]
run_ctest() {
  local preset=$1 name=$2
  shift 2
  ctest --test-dir "build/$preset" --parallel "$(jobs)" --timeout 300 --output-on-failure --no-tests=error \
    --output-junit "$PWD/build/results/$name.xml" "$@"
}
