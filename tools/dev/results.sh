# shellcheck shell=bash
# Every test runner writes its results as JUnit XML to build/results; here they are added up.

results_reset() {
  rm -rf build/results
  mkdir -p build/results
}

# run_suite <name> <command...>: a suite that fails without naming a failed test counts as one.
run_suite() {
  local name=$1 status=0
  shift
  timed "$name" logged "$name" "$@" || status=$?
  if ((status != 0)) && [[ $(count_failed "$name") -eq 0 ]]; then
    suite_failed "$name"
  fi
  report_failures "$name"
}

# prepare <name> <command...>: what a suite needs first. Counts only when it fails, as one.
prepare() {
  local name=$1
  shift
  "$@" && return
  suite_failed "$name"
  report_failures "$name"
  return 1
}

# Records a step that is no test runner: passed or failed as a whole.
run_step() {
  local name=$1
  shift
  if timed "$name" logged "$name" "$@"; then
    step_passed "$name"
  else
    suite_failed "$name"
    report_failures "$name"
    return 1
  fi
}

step_passed() {
  printf '<testsuite><testcase name="%s"></testcase></testsuite>\n' "$1" >"build/results/$1.step.xml"
}

suite_failed() {
  printf '<testsuite><testcase name="%s"><failure/></testcase></testsuite>\n' "$1" \
    >"build/results/$1.step.xml"
}

# passed, failed and skipped tests of the result files of one suite, or of all.
count_results() {
  local files=()
  mapfile -t files < <(find build/results -name "${1:-}*.xml" -type f)
  [[ ${#files[@]} -gt 0 ]] || { echo "0 0 0" && return; }
  awk '
    BEGIN { RS = "<" }
    function close_case() {
      if (!open) return
      if (bad) ++failed; else if (absent) ++skipped; else ++passed
      open = bad = absent = 0
    }
    /^testcase[ \/>]/ { close_case(); open = 1 }
    /^(failure|error)[ \/>]/ { bad = 1 }
    /^skipped[ \/>]/ { absent = 1 }
    /^\/testsuite/ { close_case() }
    END { close_case(); print passed + 0, failed + 0, skipped + 0 }' "${files[@]}"
}

count_failed() { count_results "$1" | cut -d ' ' -f 2; }

report_failures() {
  local file
  for file in build/results/"$1"*.xml; do
    [[ -f $file ]] || continue
    awk '
      BEGIN { RS = "<" }
      /^testcase[ \/>]/ { name = $0; sub(/^.*[ ]name="/, "", name); sub(/".*$/, "", name) }
      /^(failure|error)[ \/>]/ { print "   FAILED " name }' "$file" | uniq
  done
}

# The failed tests once more, each with the beginning of what it said, for who reads only the end.
recall_failures() {
  local file
  for file in build/results/*.xml; do
    [[ -f $file ]] || continue
    awk '
      BEGIN { RS = "<" }
      /^testcase[ \/>]/ { name = $0; sub(/^.*[ ]name="/, "", name); sub(/".*$/, "", name); left = 0 }
      /^(failure|error)[ \/>]/ { print "FAILED " name; left = 20 }
      /^(failure|error|system-out)[ >]|^!\[CDATA\[/ {
        text = $0
        sub(/^(!\[CDATA\[|[^>]*>)/, "", text)
        count = split(text, line, "\n")
        for (i = 1; i <= count && left > 0; ++i) if (line[i] ~ /[^ \]>]/) { print "   " line[i]; --left }
      }' "$file"
  done
}

# The last words of ./dev test.
finish_results() {
  local passed failed skipped
  read -r passed failed skipped < <(count_results)
  recall_failures
  finish_timings
  ((skipped > 0)) && echo "$skipped skipped"
  echo "$passed passed, $failed failed"
  ((failed == 0 && passed > 0))
}
