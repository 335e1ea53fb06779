# shellcheck shell=bash
# The web pages: web/dist is made here and carried inside the program.

# The web's build tools want this Node; Debian 12 has an older one, and then npm brings it.
node_version_min=20.19
node_from_npm=node@22.23.3

# Leaves a fitting node and npm first on PATH.
need_node() {
  if ! command -v npm >/dev/null; then need_packages nodejs npm; fi
  if node_is_new_enough; then return; fi
  local home=$PWD/build/node
  if [[ ! -x $home/node_modules/.bin/node ]]; then
    timed "node" logged node npm install --prefix "$home" --no-fund --no-audit "$node_from_npm" ||
      return
  fi
  export PATH=$home/node_modules/.bin:$PATH
  node_is_new_enough || fail "node is $(node --version); $node_version_min or newer is needed"
}

node_is_new_enough() {
  command -v node >/dev/null &&
    printf '%s\n' "$node_version_min" "$(node --version | tr -d v)" | sort -C -V
}

build_web() {
  [[ -f web/package.json ]] || return 0
  install_web_modules || return
  local sources
  sources=$(web_sources | checksum_of_files)
  if is_stamped web "$sources" && [[ -d web/dist ]]; then return; fi
  timed "build web" logged build-web npm --prefix web run build || return
  stamp web "$sources"
}

install_web_modules() {
  local wanted
  need_node || return
  wanted=$(printf '%s\n' web/package.json web/package-lock.json | checksum_of_files)
  if is_stamped web-modules "$wanted" && [[ -d web/node_modules ]]; then return; fi
  timed "web packages" logged npm-ci npm --prefix web ci --no-fund --no-audit || return
  stamp web-modules "$wanted"
}

# The pages are made from the contract as well: its client is generated.
web_sources() {
  find web api -type f -not -path '*/node_modules/*' -not -path 'web/dist/*' \
    -not -path '*/test-results/*' | LC_ALL=C sort
}
