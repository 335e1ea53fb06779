# shellcheck shell=bash
# Saying what happens, how long it took, and what has been done already.

timing_names=()
timing_seconds=()

say() { printf '\033[1m== %s\033[0m\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# timed <what> <command...>: runs it and remembers how long it took. The command's status is returned.
timed() {
  local what=$1 begin=$SECONDS status=0
  shift
  say "$what"
  "$@" || status=$?
  timing_names+=("$what")
  timing_seconds+=($((SECONDS - begin)))
  return "$status"
}

finish_timings() {
  local i
  [[ ${#timing_names[@]} -gt 0 ]] || return 0
  echo
  for i in "${!timing_names[@]}"; do
    printf '  %4d s  %s\n' "${timing_seconds[i]}" "${timing_names[i]}"
  done
  printf '  %4d s  in total\n\n' "$SECONDS"
}

# logged <name> <command...>: a person watching sees all of it; otherwise it goes to build/log/<name>.log,
# a line now and then says that it is alive, and the end of the log is shown when it fails.
logged() {
  local name=$1 log=build/log/$1.log pid status=0 waited=0
  shift
  mkdir -p build/log
  if [[ -t 1 ]]; then
    "$@"
    return
  fi
  "$@" >"$log" 2>&1 &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    sleep 1
    waited=$((waited + 1))
    if ((waited % 30 == 0)); then
      printf '   %s, %d s: %s\n' "$name" "$waited" "$(tail -n 1 "$log" | cut -c 1-100)"
    fi
  done
  wait "$pid" || status=$?
  if ((status != 0)); then
    echo "$name failed; the end of $log:" >&2
    tail -n 80 "$log" >&2
  fi
  return "$status"
}

# How many compilers to run: one per core, but a large file takes 1.5 GB of memory.
jobs() {
  local cores memory_gb
  cores=$(nproc)
  memory_gb=$(awk '/^MemAvailable/ {print int($2 / 1024 / 1024)}' /proc/meminfo)
  local by_memory=$((memory_gb * 2 / 3))
  ((by_memory < 1)) && by_memory=1
  echo $((cores < by_memory ? cores : by_memory))
}

# One checksum over the names and contents of the files listed on standard input.
checksum_of_files() { xargs -r -d '\n' sha256sum | sha256sum | cut -d ' ' -f 1; }

# A stamp remembers the checksum some work was last done for.
is_stamped() { [[ -f build/stamps/$1 && $(<"build/stamps/$1") == "$2" ]]; }
stamp() {
  mkdir -p build/stamps
  printf '%s\n' "$2" >"build/stamps/$1"
}

programs_matching() { find "$1" -name "$2" -type f -perm -u+x | LC_ALL=C sort; }
