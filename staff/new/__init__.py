"""What `./bot new` makes: a topic or a story of the clinic's own, copied from a template that explains itself."""
