# shellcheck shell=bash
# ./dev tidy and ./dev fmt: the rules of the house.

verb_tidy() {
  need_packages "${build_packages[@]}" "${unit_packages[@]}" "${tidy_packages[@]}"
  build_targets dev callwright_tidy
  local files=() status=0
  mapfile -t files < <(if [[ ${1:-} == --all ]]; then cpp_sources; else changed_sources; fi |
    grep '\.cc$' || true)
  timed "rules of the house" build/dev/tools/tidy/callwright_tidy . || status=1
  if [[ ${#files[@]} -gt 0 ]]; then
    # clang-tidy reads the precompiled headers, so they have to be there.
    build_targets dev callwright_pch callwright_test_pch
    timed "clang-tidy (${#files[@]} files)" run_clang_tidy "${files[@]}" || status=1
  fi
  finish_timings
  return "$status"
}

run_clang_tidy() {
  printf '%s\n' "$@" | xargs -r -d '\n' -n 1 -P "$(jobs)" clang-tidy-19 -p build/dev --quiet
}

verb_fmt() {
  need_packages "${format_packages[@]}"
  format_sources "$@"
}

format_sources() {
  if [[ ${1:-} != --check ]]; then
    cpp_sources | xargs -r -d '\n' clang-format-19 -i
    return
  fi
  cpp_sources | xargs -r -d '\n' clang-format-19 --dry-run 2>&1 |
    awk -F : '/code should be clang-formatted/ && !seen[$1]++ { print $1 ": run ./dev fmt" }
              END { exit length(seen) > 0 }'
}

cpp_sources() {
  find src emulators programs sim tests tools -name '*.h' -o -name '*.cc' | LC_ALL=C sort
}

# Without git, or in a copy git does not trust, every file counts as changed.
changed_sources() {
  if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    { git diff --name-only --diff-filter=d HEAD && git ls-files --others --exclude-standard; } |
      grep -E '\.(h|cc)$' || true
  else
    cpp_sources
  fi
}
