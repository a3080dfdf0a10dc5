"""Put into a queue what cannot travel, and what can; print what arrives."""

from multiprocessing import Queue

if __name__ == "__main__":
    queue = Queue()
    queue.put(lambda: "a lambda")
    print("put() has returned")
    queue.put("a string")
    print("arrived:", queue.get(timeout=10))
