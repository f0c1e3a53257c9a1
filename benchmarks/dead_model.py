"""Compares a service whose language model is dead with one that has none, under load, in one run.

    python3 benchmarks/dead_model.py PORT_WITHOUT PORT_WITH QUESTIONS [CLIENTS] [REQUESTS]

Both services listen on 127.0.0.1. Every client asks both in turn, with `Accept: text/event-stream`, and takes the time to the event `quoted`, which is the
draft of quotations or the hand-off. Prints how many requests got it, and the quantiles. QUESTIONS has JSON lines with `text`.
"""

import http.client
import json
import sys
import threading
import time


def until_quoted(port, message, conversation):
    """Seconds until the suggestion of quotations is there; None when it does not come."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    start = time.perf_counter()
    try:
        body = json.dumps({"message": message, "conversationID": conversation})
        connection.request("POST", "/v1/suggestions", body, {"Accept": "text/event-stream"})
        response = connection.getresponse()
        for line in response:
            if line.startswith(b"event: quoted"):
                return time.perf_counter() - start
    except OSError:
        pass
    finally:
        connection.close()
    return None


def client(number, ports, questions, count, times):
    for index in range(count):
        question = questions[(number * count + index) % len(questions)]
        # Whoever is asked second may find the machine busy with the first: they change places.
        for side in (0, 1) if index % 2 else (1, 0):
            times[side].append(until_quoted(ports[side], question, f"{number}-{index}"))


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


def main(without, dead, path, clients=8, requests=100):
    with open(path, encoding="utf-8") as lines:
        questions = [json.loads(line)["text"] for line in lines if line.strip()]
    times = ([], [])
    for port in (without, dead):
        until_quoted(port, questions[0], "warm-up")
    threads = [
        threading.Thread(target=client, args=(number, (without, dead), questions, requests, times)) for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, side in (("without a model", times[0]), ("with a dead model", times[1])):
        got = [value for value in side if value is not None]
        figures = ", ".join(f"p{share} {quantile(got, share / 100):.1f}" for share in (50, 95, 99))
        print(f"{name}: {len(got)} of {len(side)} answered; ms: {figures}")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5, 6):
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], *(int(each) for each in sys.argv[4:]))
