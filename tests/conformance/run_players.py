#!/usr/bin/env python3
"""Plays the suites of HTTP requests and WebSocket conversations at the echo server and judges the counts.

The server is the program that CALLWRIGHT_HTTP_ECHO names. Exits 77, skipped, without it or the data.
"""
import ast
import os
import pathlib
import re
import subprocess
import sys

# Every request that is dangerous or wrong is refused. What a suite calls compliant and we refuse all the
# same: transfer codings other than chunked, bodies over the limit, targets with a fragment, bytes beyond
# ASCII or nothing in them; and three vectors that speak RTSP and ICE rather than HTTP.
EXPECTED_HTTP = {
    ("h1spec", True): 33,
    ("llhttp-error", True): 53,
    ("llhttp-ok", True): 65,
    ("llhttp-ok", False): 3,
    ("desync-Severe", True): 58,
    ("desync-Acceptable", True): 15,
    ("desync-Ambiguous", True): 58,
    ("desync-Compliant", True): 17,
    ("desync-Compliant", False): 11,
}
EXPECTED_WEBSOCKET = {"OK": 300, "INFORMATIONAL": 1}


def data_folder():
    named = os.environ.get("CALLWRIGHT_SHARED_DATA")
    repository = pathlib.Path(__file__).resolve().parents[2]
    return pathlib.Path(named) if named else repository.parent / "shared" / "data"


def play(*command):
    done = subprocess.run([sys.executable, *map(str, command)], stdout=subprocess.PIPE, text=True)
    print(done.stdout)
    return done.stdout.splitlines()


def http_counts(data, port):
    counts = {}
    for line in play(data / "players/run_http_vectors.py", data / "http", "127.0.0.1", port):
        if found := re.fullmatch(r"(\('[\w-]+', (?:True|False)\)) (\d+)", line):
            counts[ast.literal_eval(found[1])] = int(found[2])
    return counts


def websocket_counts(data, port):
    cases = data / "websocket/autobahn_cases.jsonl"
    return ast.literal_eval(play(data / "players/run_ws_vectors.py", cases, "127.0.0.1", port)[0])


def main():
    data = data_folder()
    if not (data / "players").is_dir():
        print(f"SKIPPED: there are no players in {data}")
        return 77
    echo = os.environ.get("CALLWRIGHT_HTTP_ECHO")
    if not echo:
        print("SKIPPED: CALLWRIGHT_HTTP_ECHO names no server")
        return 77
    server = subprocess.Popen([echo], stdout=subprocess.PIPE, text=True)
    try:
        port = int(server.stdout.readline())
        http = http_counts(data, port)
        websocket = websocket_counts(data, port)
    finally:
        server.terminate()
        exit_code = server.wait(timeout=30)
    good = http == EXPECTED_HTTP and websocket == EXPECTED_WEBSOCKET and exit_code == 0
    print("as expected" if good else
          f"NOT as expected\nhttp {http}\nwebsocket {websocket}\nserver exit code {exit_code}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
