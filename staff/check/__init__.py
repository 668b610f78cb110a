"""What `./bot check` finds in the project's YAML: each module holds one kind of finding."""
