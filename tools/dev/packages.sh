# shellcheck shell=bash
# What each verb needs from Debian 12, and how it is had.

build_packages=(
  clang-19 lld-19 cmake ninja-build ccache
  libboost1.81-dev libssl-dev libcurl4-openssl-dev libsqlite3-dev libpq-dev libsimdjson-dev libcctz-dev
  libre2-dev libicu-dev libsodium-dev prometheus-cpp-dev libfmt-dev libtomlplusplus-dev libcli11-dev
  tzdata ca-certificates
)
unit_packages=(libgtest-dev libgmock-dev postgresql-15 python3)
sanitizer_packages=(libclang-rt-19-dev llvm-19)
format_packages=(clang-format-19)
tidy_packages=(clang-tidy-19)
browser_packages=(chromium fonts-dejavu-core)

# need_packages <name...>: makes sure they are installed, or explains and leaves with code 3.
need_packages() {
  local missing=()
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -gt 0 ]] || return 0

  local as_root=()
  if ! command -v apt-get >/dev/null; then
    cannot_install "this is no Debian: apt-get is not here" "${missing[@]}"
  elif [[ $(id -u) -eq 0 ]]; then
    as_root=(env)
  elif command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
    as_root=(sudo)
  else
    cannot_install "this user may not install packages" "${missing[@]}"
  fi
  timed "packages (${#missing[@]} missing)" install_packages "${as_root[0]}" "${missing[@]}" ||
    cannot_install "apt-get failed" "${missing[@]}"
}

missing_packages() {
  if ! command -v dpkg-query >/dev/null; then
    printf '%s\n' "$@"
    return
  fi
  # dpkg-query complains about names it has never heard of; those are missing too.
  { dpkg-query -W -f '${db:Status-Abbrev}\t${Package}\n' "$@" 2>/dev/null || true; } |
    awk -F '\t' -v wanted="$*" '
      $1 ~ /^ii/ { installed[$2] = 1 }
      END {
        count = split(wanted, names, " ")
        for (i = 1; i <= count; ++i) if (!(names[i] in installed)) print names[i]
      }'
}

install_packages() {
  local as_root=$1
  shift
  logged apt-update "$as_root" apt-get update &&
    logged apt-install "$as_root" DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "$@"
}

cannot_install() {
  local why=$1
  shift
  {
    echo "$why; these packages are missing:"
    echo "  $*"
    echo "Run this as root on Debian 12, then try again:"
    echo "  apt-get update && apt-get install -y --no-install-recommends $*"
  } >&2
  exit 3
}
