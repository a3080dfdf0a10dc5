"""The functions that children run: importable, so that every start method finds them.

A child imports the module of its target before it can work. So these modules import only the
standard library and `helpers.spans`, and little of it; what only one function needs, or only the
parent, is imported inside that function.

======  =========================  ==================================================
lesson  module                     what its processes do
======  =========================  ==================================================
all     `tasks`                    say hello, count primes, hash, ask the slow server
all     `waiting`                  wait for a word, with a deadline
03      `visitors`                 greet, introduce themselves, take and return things
04      `probes`, `heavy`          look around at their beginning, draw random numbers
05      `lives`                    work, fail, end, are ended, leave others behind
06      `memory`                   change what they find, or only keep it
07      `heartbeats`               beat, write and clean up until somebody ends them
08      `tickets`, `bookings`      buy tickets, from a file and from a database
09      `messages`                 bake and sell, do tasks, ask the owner of the tickets
10      `sharing`                  count and compute in memory that they share
11      `coordination`             print, run, cook, serve and play, together
12      `philosophers`             dine, get stuck, and find ways out
12      `fairness`                 take turns, read and write, and wait for how long
13      `pools`                    begin as workers of a pool, do tasks, and fail in them
14      `heirs`                    look for what their parent has changed, and log
15      `standstill`               stand still for ever, and write a log
======  =========================  ==================================================
"""
