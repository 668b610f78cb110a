"""What `./bot try` says of a message: what was understood, what decides, and where each of it stands."""
