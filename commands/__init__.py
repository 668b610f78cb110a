"""What `./bot <word>` runs: commands/<word>.py has a `main(argv) -> int` for every word named here."""

COMMANDS = ("serve", "chat", "try", "check", "new", "test", "publish", "restore", "converse", "bench", "map", "report")
