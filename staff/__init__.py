"""What the staff's commands are made of; the commands themselves are thin and stand in commands/."""
