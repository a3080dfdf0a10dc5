"""What lessons 02, 09 and 10 measure: speed-up, channels, and the exchange of data."""
