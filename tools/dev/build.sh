# shellcheck shell=bash
# Configuring and building one preset.

# build_programs <target...>: the release programs, with the web pages they carry inside them.
build_programs() {
  need_packages "${build_packages[@]}"
  build_web || return
  build_targets release "$@"
}

# build_targets <preset> <target...>
build_targets() {
  local preset=$1
  shift
  timed "build $preset" configure_and_build "$preset" "$@"
}

configure_and_build() {
  local preset=$1 folder=build/$1
  shift
  forget_moved_build "$folder"
  if ! is_configured "$preset"; then
    logged "configure-$preset" cmake --preset "$preset" || return
    stamp "configured-$preset" "$(configuration_checksum)"
  fi
  logged "build-$preset" ninja -C "$folder" -j "$(jobs)" "$@"
}

# CMake sees by itself when its files change, but not when the presets do.
is_configured() {
  [[ -f build/$1/build.ninja ]] && is_stamped "configured-$1" "$(configuration_checksum)"
}
configuration_checksum() { echo CMakePresets.json | checksum_of_files; }

# A build folder remembers absolute paths; after the repository was moved it only misleads.
forget_moved_build() {
  local cache=$1/CMakeCache.txt
  if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
    rm -rf "$1"
  fi
}
