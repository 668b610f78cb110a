"""What `./bot <word>` runs: commands/<word>.py has a `main(argv) -> int` for every word named here."""

COMMANDS = ("serve", "chat", "test", "converse", "bench", "map", "report", "publish")
