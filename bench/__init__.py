"""What `./bot bench` measures, and what the tests hold the bot to: pure numbers, over held-out cases."""
