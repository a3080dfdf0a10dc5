"""The machine and its processes: what there is, who is alive, what runs beside a lesson."""
