#!/usr/bin/env bash
# Ends the server that start.sh started in the folder, if there is one, and removes its data.
set -euo pipefail
folder=$1

if [ -f "$folder/data/postmaster.pid" ]; then
  server=$(head -1 "$folder/data/postmaster.pid")
  # The number may belong to another process by now: ask what it serves before ending it.
  if tr '\0' ' ' <"/proc/$server/cmdline" 2>/dev/null | grep -qF -- "$folder/data"; then
    kill -QUIT "$server"  # At once: nothing of it is kept.
    while kill -0 "$server" 2>/dev/null; do sleep 0.05; done
  fi
fi
rm -rf "$folder"
