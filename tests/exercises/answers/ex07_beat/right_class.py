import time
from multiprocessing import Process


class heartbeat(Process):
    def __init__(self, beat, interval):
        super().__init__()
        self.daemon = True
        self.beat, self.interval = beat, interval

    def run(self):
        while True:
            self.beat()
            time.sleep(self.interval)

    def __enter__(self):
        self.start()

    def __exit__(self, *error):
        self.kill()
        self.join()
